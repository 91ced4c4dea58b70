import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import type { Fix, Problem } from "../../server/problem.ts";

/**
 * Runs a file of formulas, each followed by what it gives: lines of `^^^ code: message` under the characters they are about, `fix` lines with the
 * formula after the fix (`!` where it is safe), and lines that `show` adds. Blank lines part the formulas, lines of `#` are for the reader.
 * With UPDATE=1 the file is rewritten.
 */
export function runMarked(
  url: URL,
  result: (formula: string) => { readonly problems: readonly Problem[]; readonly show: readonly string[] },
): void {
  const written = readFileSync(url, "utf8");
  const blocks = written.trimEnd().split(/\n{2,}/);
  const actual = blocks.map((block) => {
    const lines = block.split("\n");
    const comments = lines.filter((line) => line.startsWith("#"));
    const formula = lines.find((line) => !line.startsWith("#"));
    if (formula === undefined) return block;
    const { problems, show } = result(formula);
    return [...comments, formula, ...show, ...problems.flatMap((problem) => marks(formula, problem))].join("\n");
  });
  if (process.env.UPDATE === "1") writeFileSync(url, `${actual.join("\n\n")}\n`);
  for (const [index, block] of blocks.entries()) {
    it(block.split("\n").find((line) => !line.startsWith("#")) ?? block, () => {
      if (process.env.UPDATE !== "1") assert.equal(actual[index], block);
    });
  }
}

function marks(formula: string, { code, message, range, fixes }: Problem): string[] {
  const width = Math.max(1, range.end - range.start);
  const mark = `${" ".repeat(range.start)}${"^".repeat(width)} ${code}: ${message}`;
  return [mark, ...fixes.map((fix) => `fix ${fix.title}${fix.safe ? "!" : ""} > ${apply(formula, fix)}`)];
}

/** The formula after a fix. */
export function apply(formula: string, { edits }: Fix): string {
  let text = formula;
  for (const { range, newText } of [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)) {
    text = text.slice(0, range.start) + newText + text.slice(range.end);
  }
  return text;
}
