/** Findings that say that a formula is not what was meant: what it would do as it stands is then not worth saying. */
export const FORMULA_CODES: readonly string[] = [
  "formula-syntax",
  "comment-in-formula",
  "truncated-flow-value",
  "undefined-name",
  "type-mismatch",
  "not-a-truth-value",
  "unknown-function",
  "wrong-argument-count",
  "impossible-option-comparison",
];
