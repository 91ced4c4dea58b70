import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

/** What a piece of code exports that is written against the project's own files, made into one file under `made` as a program would hold it. */
export async function bundled(name, contents) {
  const built = join(import.meta.dirname, "made", `${name}.cjs`);
  await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, "..", ".."), loader: "ts" },
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile: built,
  });
  return createRequire(import.meta.url)(built);
}
