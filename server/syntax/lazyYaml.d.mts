import type { Plugin } from "esbuild";

/** Lets a bundle start the `yaml` package only when a segment needs it. */
export const lazyYaml: Plugin;
