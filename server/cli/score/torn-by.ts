import type { Analysis } from "../../analysis/analysis.ts";
import type { Problem } from "../../problem.ts";

/** Mistakes that may have swallowed any part of the document, so that no score can be trusted. */
export const ANYWHERE: ReadonlySet<string> = new Set([
  "yaml-syntax",
  "multiple-documents",
  "tab-indent",
  "duplicate-anchor",
  "undefined-alias",
  "alias-expansion-limit",
  "unsupported-format-version",
  "import-not-found",
  "import-cycle",
  "import-outside-workspace",
]);

/** The errors of a document that may have swallowed any part of it: what stands behind them was perhaps not read at all. */
export const tornBy = ({ problems }: Analysis): readonly Problem[] =>
  problems.filter(({ code, severity }) => severity === "error" && ANYWHERE.has(code));
