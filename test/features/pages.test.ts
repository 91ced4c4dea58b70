import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis } from "../../server/analysis/analysis.ts";
import { analyse } from "../../server/analysis/engine.ts";
import { completionsAt } from "../../server/features/completion.ts";
import { definitionAt } from "../../server/features/definition.ts";
import { documentSymbols, type OutlineEntry } from "../../server/features/documentSymbols.ts";
import { hoverAt } from "../../server/features/hover.ts";
import type { Range } from "../../server/problem.ts";
import { sliceText, wholeText } from "../../server/syntax/segmentedText.ts";

const FOLDER = "test/features";

/** What each feature says at the cursor, as its page has it. */
const FEATURES: Record<string, (analysis: Analysis, offset: number) => string> = {
  completion: (analysis, offset) =>
    completionsAt(analysis, offset)
      .slice(0, 12)
      .map(
        ({ label, detail, newText, range }) =>
          `${label}${detail ? ` · ${detail}` : ""} => ${JSON.stringify(newText)} for ${JSON.stringify(sliceText(analysis.text, range))}`,
      )
      .join("\n"),
  definition: (analysis, offset) => place(analysis, definitionAt(analysis, offset)),
  hover: (analysis, offset) => hoverAt(analysis, offset)?.markdown ?? "nothing",
  outline: (analysis) =>
    documentSymbols(analysis)
      .map((symbol) => tree(symbol))
      .join("\n"),
};

const place = (analysis: Analysis, range: Range | undefined) => {
  if (!range) return "nothing";
  const before = wholeText(analysis.text).slice(0, range.start).split("\n");
  return `line ${before.length}: ${sliceText(analysis.text, range)}`;
};
const tree = ({ name, detail, kind, children }: OutlineEntry, indent = ""): string =>
  [`${indent}${name}${detail ? ` · ${detail}` : ""} (${kind})`, ...children.map((child) => tree(child, `${indent}  `))].join("\n");

const CASE = /^```yaml\n([\s\S]*?)^```\n+```text\n([\s\S]*?)^```$/gm;

/** Each feature has a page: text with `$0` where the cursor is, and under it what the feature says. `UPDATE=1` rewrites the answers. */
describe("the pages of the features", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".md"))) {
    const path = join(FOLDER, name);
    const feature = FEATURES[name.replace(/\.md$/, "")];
    describe(name, () => {
      let page = readFileSync(path, "utf8");
      const cases = [...page.matchAll(CASE)];
      it("has cases", () => assert.ok(feature && cases.length > 0));
      for (const [whole, text = "", expected = ""] of cases) {
        it(
          text
            .split("\n")
            .find((line) => line.includes("$0"))
            ?.trim() ?? "the whole document",
          () => {
            const offset = Math.max(0, text.indexOf("$0"));
            const answer = `${feature?.(analyse(text.replace("$0", "")), offset) ?? ""}\n`;
            if (process.env.UPDATE) {
              page = page.replace(
                whole,
                whole.replace(`\`\`\`text\n${expected}`, () => `\`\`\`text\n${answer}`),
              );
              writeFileSync(path, page);
            } else assert.equal(answer, expected);
          },
        );
      }
    });
  }
});
