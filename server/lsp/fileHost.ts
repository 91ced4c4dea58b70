import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Host } from "../analysis/analysis.ts";

/** The files beside a document on disk. A document that is not on disk has none. */
export function fileHost(uri: string): Host {
  return {
    read: (path) => {
      if (!uri.startsWith("file:")) return undefined;
      try {
        return readFileSync(fileURLToPath(new URL(path, uri)), "utf8");
      } catch {
        return undefined;
      }
    },
  };
}
