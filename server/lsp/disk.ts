import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Files } from "./fileHost.ts";
import { listFiles } from "./listFiles.ts";

/** The disk. Documents of other schemes have no files beside them there. */
export const disk: Files = {
  list: listFiles,
  studies: (folder) => {
    try {
      const names = readdirSync(fileURLToPath(folder)).filter((name) => /\.study\.ya?ml$/.test(name));
      return names.sort().map((name) => new URL(encodeURIComponent(name), folder).href);
    } catch (error) {
      if (error instanceof Error && "code" in error) return [];
      throw error;
    }
  },
  read: (uri) => {
    if (!uri.startsWith("file:")) return undefined;
    try {
      return readFileSync(fileURLToPath(uri), "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error) return undefined;
      throw error;
    }
  },
};
