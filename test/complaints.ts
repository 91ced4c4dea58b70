import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { analyse } from "../server/analysis/engine.ts";
import type { Problem, Severity } from "../server/problem.ts";

/** The findings on a document in a file, with the documents and data files beside it in reach. */
export function findingsOn(path: string): readonly Problem[] {
  const read = (name: string): string | undefined => {
    try {
      return readFileSync(join(dirname(path), name), "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
  };
  return analyse(readFileSync(path, "utf8"), { read }).problems;
}

/** Its errors and warnings, each in one line: what a correct document must not have. */
export function complaints(path: string, severities: readonly Severity[] = ["error", "warning"]): readonly string[] {
  return findingsOn(path)
    .filter(({ severity }) => severities.includes(severity))
    .map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}
