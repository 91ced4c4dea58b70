import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis } from "../../server/analysis/analysis.ts";
import { analyse } from "../../server/analysis/engine.ts";
import { fixAll } from "../../server/features/fixAll.ts";
import { refactoringsAt } from "../../server/features/refactorings/index.ts";
import { origins } from "../../server/model/origins.ts";
import { printExact } from "../../server/number/print.ts";
import type { Edit } from "../../server/problem.ts";
import { wholeText } from "../../server/syntax/segmentedText.ts";
import { applied } from "../rules/page.ts";

const FOLDER = "samples";
const read = (path: string): string | undefined => {
  try {
    return readFileSync(join(FOLDER, path), "utf8");
  } catch {
    return undefined;
  }
};

/** What must not change: the errors and warnings (a scoring test that fails is one), and the proved range of each score. */
function meaning(analysis: Analysis): readonly string[] {
  const grave = analysis.problems.filter(({ severity }) => severity !== "info").map(({ code, message }) => `${code}: ${message}`);
  const ranges = analysis.instrument.scores.ids().map((id) => {
    const range = analysis.possibleRange(id);
    return `${id}: ${range?.min ? printExact(range.min) : ""} to ${range?.max ? printExact(range.max) : ""} ${range?.attainable?.length ?? ""}`;
  });
  return [...grave, ...ranges];
}

const changed = (analysis: Analysis, edits: readonly Edit[]) => applied(wholeText(analysis.text), { title: "", safe: true, edits });

describe("refactorings of the samples", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".instrument.yaml"))) {
    it(`keep what ${name} means`, () => {
      const analysis = analyse(read(name) ?? "", { read });
      const before = meaning(analysis);
      const tried = new Map<string, number>();
      for (const part of analysis.parts) {
        if (part.kind === "metadata") continue;
        for (const one of refactoringsAt(analysis, analysis.range(origins.name(part.value)).start)) {
          const kind = one.title.replace(/".*"/, "…");
          // A missing rule is a choice of the author, and the same change in one place is as good as in twenty.
          if ("refused" in one || kind.startsWith("Add a missing rule") || (tried.get(kind) ?? 0) > 2) continue;
          tried.set(kind, (tried.get(kind) ?? 0) + 1);
          const { beside } = one;
          const files = new Map(beside ? [[beside.path, "text" in beside ? beside.text : changed(beside.analysis, beside.edits)]] : []);
          const after = analyse(changed(analysis, one.edits()), { read: (path) => files.get(path) ?? read(path) });
          assert.deepEqual(meaning(after), before, `${one.title} at "${part.id}"`);
        }
      }
      assert.ok(tried.size > 0);
    });
  }
});

describe("fixing all", () => {
  it("takes safe fixes that do not touch each other, and leaves the others", () => {
    const text = `instrument: week
title: Week
version: 1.0.0
language: en
licence: {name: CC0, permission: free}
respones: {often: {options: {0: Never, 1: Often}}}
sections:
  week: {response: often, items: {tense: I felt tense., calm: {text: I was calm., revers: true}}}
scores:
  strain: {items: [tense, -calm], method: summ}
`;
    const analysis = analyse(text);
    const safe = analysis.problems.filter(({ fixes }) => fixes.length === 1 && fixes[0]?.safe === true);
    const edits = fixAll(analysis);
    assert.ok(edits.length > 0 && edits.length <= safe.flatMap(({ fixes }) => fixes[0]?.edits ?? []).length);
    const after = analyse(changed(analysis, edits));
    assert.ok(after.problems.length < analysis.problems.length);
  });
});
