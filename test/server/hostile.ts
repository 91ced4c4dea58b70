/** Texts that are no questionnaire: cut off, made to stop a program, or saved by the wrong one. Each with what must be said of it. */
export const HOSTILE: readonly { readonly name: string; readonly text: string; readonly code: string }[] = [
  { name: "a file cut off in the middle", text: 'instrument: a\nscores:\n  total: {items: [a, b], method: "su', code: "yaml-syntax" },
  { name: "tabs", text: "instrument: a\nscores:\n\ttotal:\n\t\titems: [a]\n", code: "tab-indent" },
  { name: "two documents", text: "instrument: a\n---\ninstrument: b\n", code: "multiple-documents" },
  { name: "100,000 opening brackets", text: `instrument: a\nscores:\n  total: ${"[".repeat(100_000)}\n`, code: "yaml-syntax" },
  {
    name: "100,000 opening brackets in a formula",
    text: `instrument: a\nscores:\n  total: {value: "${"(".repeat(100_000)}"}\n`,
    code: "formula-syntax",
  },
  { name: "100,000 nested lists", text: `instrument: a\nauthors:\n  ${"- ".repeat(100_000)}a\n`, code: "yaml-syntax" },
  {
    name: "a bomb of aliases",
    text: `instrument: a\nauthors:\n  - &a [x, x, x, x, x, x, x, x, x]\n${["b", "c", "d", "e", "f", "g", "h"].map((name, i) => `  - &${name} [${Array(9).fill(`*${"abcdefg"[i]}`).join(", ")}]`).join("\n")}\n`,
    code: "alias-expansion-limit",
  },
  { name: "an alias of itself", text: "instrument: a\nscores:\n  total: &t {items: [*t], method: sum}\n", code: "undefined-alias" },
  { name: "an unresolved merge", text: "instrument: a\n<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n", code: "yaml-syntax" },
  { name: "nothing", text: "", code: "missing-key" },
  { name: "a list", text: "- a\n- b\n", code: "missing-key" },
  { name: "a sentence", text: "Dear colleague", code: "missing-key" },
  { name: "zeros", text: "instrument: a\ntitle: \u0000\u0000\n", code: "yaml-syntax" },
];
