/** Made when the suite is bundled: an import of each of its files. */
declare module "all-tests";
declare module "mocha/mocha.js";
