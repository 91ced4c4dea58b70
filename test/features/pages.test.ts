import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis } from "../../server/analysis/analysis.ts";
import { analyse } from "../../server/analysis/engine.ts";
import { madeOf, makes, type Step } from "../../server/features/callHierarchy.ts";
import { codeLenses, type LensKind, resolveLens } from "../../server/features/codeLenses.ts";
import { completionsAt } from "../../server/features/completion.ts";
import { definitionAt } from "../../server/features/definition.ts";
import { documentLinks } from "../../server/features/documentLinks.ts";
import { documentSymbols, type OutlineEntry } from "../../server/features/documentSymbols.ts";
import { foldingRanges } from "../../server/features/folding.ts";
import { hoverAt } from "../../server/features/hover.ts";
import { inlayHints } from "../../server/features/inlayHints.ts";
import { occurrencesAt } from "../../server/features/occurrences.ts";
import { REFACTORINGS } from "../../server/features/refactorings/index.ts";
import type { Refactoring } from "../../server/features/refactorings/refactoring.ts";
import { renameAt } from "../../server/features/rename.ts";
import { selectionAt } from "../../server/features/selection.ts";
import { semanticTokens } from "../../server/features/semanticTokens.ts";
import { signatureAt } from "../../server/features/signatureHelp.ts";
import { thingAt } from "../../server/features/things.ts";
import type { Edit, Range } from "../../server/problem.ts";
import { sliceText, textLength, wholeText } from "../../server/syntax/segmentedText.ts";
import { applied } from "../rules/page.ts";

const FOLDER = "test/features";

/** What each feature says at the cursor, as its page has it. */
const FEATURES: Record<string, (analysis: Analysis, offset: number) => string> = {
  completion: (analysis, offset) =>
    completionsAt(analysis, offset, DOCUMENTS_BESIDE)
      .slice(0, 12)
      .map(
        ({ label, detail, newText, range }) =>
          `${label}${detail ? ` · ${detail}` : ""} => ${JSON.stringify(newText)} for ${JSON.stringify(sliceText(analysis.text, range))}`,
      )
      .join("\n"),
  definition: (analysis, offset) => {
    const found = definitionAt(analysis, offset);
    return `${found?.path === undefined ? "" : `${found.path}, `}${place(found?.home ?? analysis, found?.range)}`;
  },
  references: (analysis, offset) => {
    const found = occurrencesAt(analysis, offset);
    return found ? [found.definition, ...found.references].map((range) => place(analysis, range)).join("\n") : "nothing";
  },
  rename: (analysis, offset) => {
    const renaming = renameAt(analysis, offset, "renamed");
    return "refused" in renaming
      ? renaming.refused
      : applied(wholeText(analysis.text), { title: "", safe: true, edits: renaming.edits }).trimEnd();
  },
  folding: (analysis) =>
    foldingRanges(analysis)
      .map(
        ({ start, end }) =>
          `${place(analysis, { start, end: start + 12 }).replaceAll("\n", "⏎")} … ${place(analysis, { start: end - 6, end })}`,
      )
      .join("\n"),
  selection: (analysis, offset) =>
    selectionAt(analysis, offset)
      .map((range) => JSON.stringify(sliceText(analysis.text, range)))
      .join("\n"),
  "inlay-hints": (analysis) =>
    inlayHints(analysis, { start: 0, end: textLength(analysis.text) })
      .map(({ offset, label }) => `${place(analysis, { start: offset - 4, end: offset })}|${label}`)
      .join("\n"),
  "call-hierarchy": (analysis, offset) => {
    const id = thingAt(analysis, offset)?.thing.id ?? "";
    const shown = ({ thing, places }: Step) => `${thing.id}, by ${places.map((one) => place(analysis, one)).join(", ")}`;
    return [`${id} is made of:`, ...madeOf(analysis, id).map(shown), `${id} goes into:`, ...makes(analysis, id).map(shown)].join("\n");
  },
  "code-lenses": (analysis) =>
    codeLenses(analysis, LENSES)
      .map((lens) => {
        const resolved = resolveLens(analysis, lens);
        const places = resolved?.places.map((one) => place(analysis, one)) ?? [];
        return `${place(analysis, lens.range)} | ${resolved?.title}${places.length > 0 ? ` -> ${places.join(", ")}` : ""}`;
      })
      .join("\n"),
  "document-links": (analysis) =>
    documentLinks(analysis)
      .map(({ range, path, address }) => `${place(analysis, range)} -> ${path ?? address}`)
      .join("\n"),
  "semantic-tokens": (analysis) =>
    semanticTokens(analysis, { start: 0, end: textLength(analysis.text) })
      .map((token) => `${place(analysis, token)} (${token.type})`)
      .join("\n"),
  "signature-help": (analysis, offset) => {
    const found = signatureAt(analysis, offset);
    return found ? `${found.label}\n${found.parameters[found.active]?.label}: ${found.parameters[found.active]?.summary}` : "nothing";
  },
  hover: (analysis, offset) => hoverAt(analysis, offset)?.markdown ?? "nothing",
  outline: (analysis) =>
    documentSymbols(analysis)
      .map((symbol) => tree(symbol))
      .join("\n"),
};

/** What each refactoring makes of the text, and of a file beside it. */
for (const [name, offered] of Object.entries(REFACTORINGS))
  FEATURES[`refactor-${name}`] = (analysis, offset) =>
    offered(analysis, offset)
      .map((one) => `${one.title}\n${outcome(analysis, one)}`)
      .join("\n\n") || "nothing";

function outcome(analysis: Analysis, one: Refactoring): string {
  if ("refused" in one) return `refused: ${one.refused}`;
  const changed = (of: Analysis, edits: readonly Edit[]) => applied(wholeText(of.text), { title: "", safe: true, edits }).trimEnd();
  const { beside } = one;
  const other = beside && ("text" in beside ? beside.text.trimEnd() : changed(beside.analysis, beside.edits));
  return [changed(analysis, one.edits()), ...(beside ? [`--- ${beside.path}`, other] : [])].join("\n");
}

const DOCUMENTS_BESIDE = ["common.library.yaml", "wave1/work.instrument.yaml"];

const LENSES = new Set<LensKind>(["preview", "tests", "scores", "uses"]);

const place = (analysis: Analysis, range: Range | undefined) => {
  if (!range) return "nothing";
  const before = wholeText(analysis.text).slice(0, range.start).split("\n");
  return `line ${before.length}: ${sliceText(analysis.text, range)}`;
};
const tree = ({ name, detail, kind, children }: OutlineEntry, indent = ""): string =>
  [`${indent}${name}${detail ? ` · ${detail}` : ""} (${kind})`, ...children.map((child) => tree(child, `${indent}  `))].join("\n");

const FILE = /^```yaml file "(.*)"\n([\s\S]*?)^```$/gm;
const CASE = /^```yaml\n([\s\S]*?)^```\n+```text\n([\s\S]*?)^```$/gm;

/** Each feature has a page: text with `$0` where the cursor is, and under it what the feature says. `UPDATE=1` rewrites the answers. */
describe("the pages of the features", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".md"))) {
    const path = join(FOLDER, name);
    // `hover.studies.md` is a second page of a feature.
    const feature = FEATURES[name.replace(/(?:\.\w+)?\.md$/, "")];
    describe(name, () => {
      let page = readFileSync(path, "utf8");
      const cases = [...page.matchAll(CASE)];
      // The files that the cases of a page find beside them.
      const files = new Map([...page.matchAll(FILE)].map(([, path = "", text = ""]) => [path, text]));
      const host = { read: (path: string) => files.get(path) };
      it("has cases", () => assert.ok(feature && cases.length > 0));
      for (const [whole, text = "", expected = ""] of cases) {
        it(
          text
            .split("\n")
            .find((line) => line.includes("$0"))
            ?.trim() ?? "the whole document",
          () => {
            const offset = Math.max(0, text.indexOf("$0"));
            const answer = `${feature?.(analyse(text.replace("$0", ""), host), offset) ?? ""}\n`;
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
