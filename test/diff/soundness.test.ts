import assert from "node:assert/strict";
import fc from "fast-check";
import type { Analysis } from "../../server/analysis/analysis.ts";
import { analyse } from "../../server/analysis/engine.ts";
import { diffDocuments } from "../../server/diff/diff.ts";
import { matchedItems } from "../../server/diff/items.ts";
import { readAnswer } from "../../server/scoring/answers.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { printValue } from "../../server/scoring/printValue.ts";
import { anyInstrument } from "../scoring/anyInstrument.ts";

/** Small slips in the text of an instrument: another number, another word of the language, a flag that comes or goes. */
const SLIPS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<![\w.])-?\d+(?:\.\d+)?(?![\w.:])/g, ["0", "1", "2", "3", "0.5"]],
  [/\b(?:sum|mean|min|max|product)\b/g, ["sum", "mean", "min", "max", "product"]],
  [/reverse: (?:true|false)/g, ["reverse: true", "reverse: false"]],
  [/, reverse: true/g, [""]],
  [/\b(?:half|edge)\b/g, ["half", "edge"]],
  [/\b(?:and|or)\b/g, ["and", "or"]],
  [/\bi\d\b(?!:)/g, ["i1", "i2"]],
  [/fill: \w+/g, ["fill: none", "fill: person_mean", "fill: 1"]],
  [/, missing: true/g, [""]],
  [/(?<=score: )\d/g, ["0", "5"]],
  [/(?<== )\b(?:0|1|2)\b/g, ["1", "2"]],
];

const slipped = fc
  .record({ text: anyInstrument, kind: fc.nat(SLIPS.length - 1), place: fc.nat(40), into: fc.nat(9) })
  .map(({ text, kind, place, into }) => {
    const [pattern, words] = SLIPS[kind] ?? [/$^/g, [""]];
    const all = [...text.matchAll(pattern)];
    const found = all[place % Math.max(1, all.length)];
    const word = words[into % words.length] ?? "";
    return { text, other: found ? text.slice(0, found.index) + word + text.slice(found.index + found[0].length) : text };
  });

const VALUES = ["", "0", "1", "2", "3", "4", "99", "0.5", "-1", "yes", "no", "maybe", "pay", "pay;load", "none"];

/** Two items of which each asks what the other one asked. */
const swapped = fc.record({ text: anyInstrument, one: fc.nat(3), other: fc.nat(3) }).map(({ text, one, other }) => {
  const [a, b] = [`text: i${one + 1},`, `text: i${other + 1},`];
  if (!text.includes(a) || !text.includes(b)) return { text, other: text };
  return { text, other: text.replace(a, "text: ?,").replace(b, a).replace("text: ?,", b) };
});

/** Scores of some answer sheets, as printed; `former` says which item of the sheets is meant. */
function scored({ instrument }: Analysis, sheets: readonly (readonly number[])[], former = (id: string) => id) {
  const compiled = compileInstrument(instrument);
  return sheets.map((sheet) => {
    const person = compiled.score((id) => {
      const item = instrument.items.get(id);
      const written = VALUES[(sheet[instrument.items.indexOf(former(id))] ?? 0) % VALUES.length] ?? "";
      return item && readAnswer(instrument, item, written).answer;
    });
    return (id: string) => {
      const value = person.result(id)?.value;
      return value === undefined || compiled.faulty.has(id) ? undefined : printValue(value);
    };
  });
}

describe("scores that are said to be comparable", () => {
  it("are the same for the same answers", function () {
    this.timeout(60_000);
    const sheets = Array.from({ length: 16 }, (_, row) =>
      Array.from({ length: 4 }, (_, column) => (row * 7 + column * 5 + row * column * 3) % 15),
    );
    let compared = 0;
    let broken = 0;
    fc.assert(
      fc.property(fc.oneof({ arbitrary: slipped, weight: 3 }, { arbitrary: swapped, weight: 1 }), ({ text, other }) => {
        const [old, now] = [analyse(text), analyse(other)];
        const { scores, needs } = diffDocuments(old, now);
        if (scores.some(({ comparable }) => comparable === "no")) assert.equal(needs, "major", `${text}\n${other}`);
        const { renamed } = matchedItems({ old: old.instrument, now: now.instrument, language: undefined });
        const [before, after] = [scored(old, sheets), scored(now, sheets, (id) => renamed.get(id) ?? id)];
        for (const { score, comparable, reasons } of scores) {
          if (comparable !== "yes" && comparable !== "with care") {
            if (comparable === "no") assert.ok(reasons.length > 0, score);
            broken++;
            continue;
          }
          for (const [row, of] of before.entries()) {
            const [was, is] = [of(score), after[row]?.(score)];
            if (was === undefined || is === undefined) continue;
            compared++;
            assert.equal(is, was, `${score} of sheet ${row}\n${text}\n${other}`);
          }
        }
      }),
      { numRuns: 80 },
    );
    assert.ok(compared > 200 && broken > 10, `${compared} compared, ${broken} not comparable`);
  });
});
