import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Analysis } from "../../server/analysis/analysis.ts";
import { analyse, Engine } from "../../server/analysis/engine.ts";
import { NotReadYet } from "../../server/analysis/onDemand.ts";
import { completionsAt } from "../../server/features/completion.ts";
import { definitionAt } from "../../server/features/definition.ts";
import { hoverAt } from "../../server/features/hover.ts";
import { selectionAt } from "../../server/features/selection.ts";
import { signatureAt } from "../../server/features/signatureHelp.ts";
import { instrument } from "../bench/generate.mjs";

/** What is asked of a place before a document is read. */
const ASKED: readonly ((analysis: Analysis, offset: number) => unknown)[] = [
  hoverAt,
  completionsAt,
  signatureAt,
  selectionAt,
  (analysis, offset) => {
    const found = definitionAt(analysis, offset);
    return found && [found.range, found.path];
  },
];

/** How many questions are answered before a document is read, each as it is afterwards; findings come as they are found. */
function answered(text: string, offsets: readonly number[]): number {
  const full = analyse(text);
  let count = 0;
  for (const offset of offsets)
    for (const ask of ASKED) {
      let early: Analysis | undefined;
      let answer: unknown;
      try {
        early = new Engine(text).unread;
        if (early) answer = ask(early, offset);
      } catch (error) {
        if (!(error instanceof NotReadYet)) throw error;
        continue;
      }
      count++;
      assert.deepEqual(answer, ask({ ...full, fields: full.fields, problems: [] }, offset), `${offset}\n${text}`);
    }
  return count;
}

const SAMPLES = readdirSync("samples")
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join("samples", name), "utf8"));
const LONG = instrument(200, 7).replaceAll(/^( {8}response:) (\w+)$/gm, "$1 !!str $2");

describe("a document that is not read yet", () => {
  it("says of a place what it says when it is read, or that it has to be", function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES, LONG), fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (text, places) => {
        answered(
          text,
          places.map((place) => place % (text.length + 1)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("does so where lines are lost, doubled or misplaced", function () {
    this.timeout(120_000);
    const slip = fc.constantFrom(
      "  ",
      "x-",
      "&a ",
      "*a",
      "[",
      ":",
      "---\n",
      "<<: *a\n",
      "responses:\n",
      "      phq1: Twice\n",
      "'",
      "{",
      "- ",
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...SAMPLES),
        fc.array(fc.tuple(fc.nat(), fc.nat(1), slip), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
        (sample, slips, places) => {
          const lines = sample.split("\n").map((line) => `${line}\n`);
          for (const [place, removed, added] of slips) {
            const at = place % lines.length;
            const column = place % 5 === 0 ? 0 : /^ */.exec(lines[at] ?? "")?.[0].length;
            lines.splice(at, removed + 1, (lines[at] ?? "").slice(0, column) + added + (lines[at] ?? "").slice(column));
          }
          const text = lines.join("");
          answered(
            text,
            places.map((place) => place % (text.length + 1)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("answers of keys, responses and functions without being read", () => {
    const at = (line: RegExp, word: string) => {
      const found = line.exec(LONG);
      return (found?.index ?? 0) + (found?.[0].indexOf(word) ?? 0) + 1;
    };
    const offsets = [
      at(/^title: .*/m, "title"),
      at(/^ {8}response: .*/m, "response"),
      at(/^ {8}response: !!str .*/m, "!!str ") + 7,
      at(/^ {8}when: answered.*/m, "answered"),
      at(/^ {4}method: .*/m, "method"),
    ];
    for (const offset of offsets) {
      const early = new Engine(LONG).unread;
      assert.ok(early && hoverAt(early, offset), String(offset));
    }
    assert.ok(answered(LONG, offsets) >= 15);
    const early = new Engine(LONG).unread;
    assert.throws(() => early && hoverAt(early, at(/^ {6}q0001:/m, "q0001")), NotReadYet);
  });
});
