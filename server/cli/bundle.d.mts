import type { BuildOptions } from "esbuild";

/** The options of esbuild for the command line, written to `outdir`. */
export function cliBundle(outdir: string): BuildOptions;
