import type { BuildOptions } from "esbuild";

/** The options of esbuild for the command line, written to `outdir`. */
export function cliBundle(outdir: string): BuildOptions;

/** The same for the language server in VS Code. */
export function serverBundle(outdir: string): BuildOptions;
