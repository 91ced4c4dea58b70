// For esbuild: the `yaml` package is started only when a segment needs it, which in most files none does. The sources import it plainly.
import { readFile } from "node:fs/promises";

const IMPORT = 'import { readWithYaml } from "./yamlReader.ts";';
const ON_DEMAND = 'const readWithYaml = (text: string): SegmentTree => require("./yamlReader.ts").readWithYaml(text);';

export const lazyYaml = {
  name: "lazy-yaml",
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]syntax[\\/]readSegment\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!source.includes(IMPORT)) throw new Error("readSegment.ts no longer imports yamlReader.ts as lazyYaml.mjs expects");
      return { contents: source.replace(IMPORT, ON_DEMAND), loader: "ts" };
    });
  },
};
