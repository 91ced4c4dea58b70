import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { analyse } from "../../server/analysis/engine.ts";
import type { Bound } from "../../server/expression/range/interval.ts";
import type { Instrument } from "../../server/model/instrument.ts";
import { exact } from "../../server/number/exact.ts";
import { type Answer, readAnswer } from "../../server/scoring/answers.ts";
import { compileInstrument, scorePerson } from "../../server/scoring/pipeline.ts";
import { instrumentGraph } from "../../server/scoring/range/instrumentGraph.ts";
import { plainRange } from "../../server/scoring/range/plainRange.ts";
import { plainTruth } from "../../server/scoring/range/plainTruth.ts";
import { type Reach, summarised } from "../../server/scoring/range/summarised.ts";
import type { ScoreResult } from "../../server/scoring/result.ts";

const RESPONSES = [
  "{options: {0: A, 1: B, 2: C}}",
  "{options: {1: A, 2: B, 3: C, 4: D, 5: E}}",
  "{options: {1: A, 2: B, 4: C, 9: {label: Refused, missing: true}}}",
  "{options: {a: {label: A, score: 3}, b: {label: B, score: 1}, c: {label: C, score: 2}}}",
  "{options: {a: {label: A, score: 0.5}, b: {label: B, score: 0.5}, c: C}}",
  "{options: {a: {label: A, score: 2}, b: {label: B, score: 1}, c: {label: C, score: 2}, d: {label: D, score: 1}}}",
  "{from: 1, to: 4}",
  "{type: integer, min: -3, max: 2}",
  "{type: integer, min: 0}",
  "{type: vas, from: 0, to: 1, step: 0.25}",
  "{type: vas, from: 0, to: 10}",
];

function scoredBy(instrument: Instrument, cells: ReadonlyMap<string, string>): ReadonlyMap<string, ScoreResult> {
  const answers = (id: string): Answer | undefined => {
    const [item, cell] = [instrument.items.get(id), cells.get(id)];
    return item && cell !== undefined ? readAnswer(instrument, item, cell).answer : undefined;
  };
  return scorePerson(compileInstrument(instrument), answers);
}

const RECODES = [
  "",
  "",
  "",
  "recode: {0: 0, 1: 0, 2: 1, 3: 3, 4: 4, 5: 7, else: 2}",
  "recode: {1: 5, 2: 3, 4: 1, else: 0.5}",
  "recode: {1: 10, 2: missing, else: 0}",
  "recode: {a: 2, b: 1, c: 0, else: 4}",
  'recode: {"<=1": 0, ">1": 1, else: 3}',
];

const ROUNDINGS = ["half_up", "half_even", "half_away", "down", "up"].flatMap((mode) =>
  ["1", "0.5", "0.3", "10"].map((to) => `round: {to: ${to}, mode: ${mode}}`),
);

/** The plain way beside the long way: the same wherever the plain way says something. */
function compareWays(instrument: Instrument): number {
  let plain = 0;
  for (const score of instrument.scores.values()) {
    const graph = instrumentGraph(instrument);
    const stages = graph.fault(score.id) === undefined ? graph.stages(score.id) : undefined;
    const whole = stages && summarised(graph, stages.value);
    const quick = plainRange(instrument, score, () => whole);
    if (!quick) continue;
    plain++;
    assert.ok(whole, `${score.id} cannot be computed`);
    for (const key of ["minReached", "maxReached", "exact", "values"] as const)
      assert.deepEqual(quick[key], whole[key], `${score.id}: ${key}`);
    assert.equal(quick.min?.toFraction(), whole.min?.toFraction(), score.id);
    assert.equal(quick.max?.toFraction(), whole.max?.toFraction(), score.id);
    assert.equal(quick.step?.toFraction(), whole.step?.toFraction(), `${score.id}: step`);
    assert.deepEqual(quick.attainable?.map(String), whole.attainable?.map(String), `${score.id}: attainable`);
    for (const end of ["min", "max"] as const) {
      const witness: (readonly [string, string])[] = [...(quick.witness?.[end] ?? [])];
      if (score.round === undefined) assert.deepEqual(witness, [...(whole.witness?.[end] ?? [])], `${score.id}: ${end}`);
      // Several answers may be rounded to the same end: those that are shown have to be among them.
      const value = scoredBy(instrument, new Map(witness)).get(score.id)?.value;
      assert.equal(value?.kind === "number" && value.value.toFraction(), quick[end]?.toFraction(), `${score.id}: ${end} scored`);
    }
    const [low, high] = [(whole.min?.valueOf() ?? 0) - 1, (whole.max?.valueOf() ?? 0) + 1];
    for (let from = low; from <= high; from += (high - low) / 11)
      for (const width of [0, 0.1, 0.5, 1, 3])
        for (const open of [true, false]) {
          const bound = (value: number): Bound => ({ value: exact(Math.round(value * 20), 20), open });
          for (const [a, b] of [
            [bound(from), bound(from + width)],
            [{ open: true }, bound(from)],
            [bound(from), { open: true }],
          ] as const) {
            const one: Reach = quick.reaches(a, b);
            const other: Reach = whole.reaches(a, b);
            const asked = `${score.id} from ${a.value?.toFraction()} to ${b.value?.toFraction()} ${open}`;
            assert.equal(one.possible, other.possible, asked);
            assert.equal(one.value?.toFraction(), other.value?.toFraction(), asked);
          }
        }
  }
  return plain;
}

describe("the range of a plain score", () => {
  it("is the range that going through its sums gives", () => {
    let plain = 0;
    const item = fc.record({ on: fc.nat(RESPONSES.length - 1), reverse: fc.boolean() });
    const shape = fc.record({
      items: fc.array(item, { minLength: 1, maxLength: 5 }),
      alike: fc.boolean(),
      method: fc.constantFrom("sum", "mean"),
      missing: fc.constantFrom(
        "",
        "missing: {need: 2, fill: person_mean}",
        "missing: {allow: 1, fill: none}",
        "missing: {need: half, fill: 1}",
        "missing: {need: all}",
      ),
      minus: fc.boolean(),
      recode: fc.constantFrom(...RECODES),
      round: fc.constantFrom("", "", ...ROUNDINGS),
    });
    fc.assert(
      fc.property(shape, ({ items, alike, method, missing, minus, recode, round }) => {
        const ids = items.map((_, i) => `i${i}`);
        const lines = ["instrument: small", "sections:", "  main:", "    items:"];
        items.forEach(({ on, reverse }, i) => {
          lines.push(
            `      i${i}: {text: I${i}, response: ${RESPONSES[alike ? (items[0]?.on ?? 0) : on]}${reverse ? ", reverse: true" : ""}}`,
          );
        });
        lines.push(
          "scores:",
          "  s:",
          `    items: [${minus ? "-" : ""}${ids.join(", ")}]`,
          `    method: ${method}`,
          ...[missing, recode, round].filter((each) => each !== "").map((each) => `    ${each}`),
        );
        plain += compareWays(analyse(`${lines.join("\n")}\n`).instrument);
      }),
      { numRuns: 500 },
    );
    assert.ok(plain > 60, String(plain));
  }).timeout(60_000);

  it("is that of the samples", () => {
    let plain = 0;
    for (const name of readdirSync("samples").filter((each) => each.endsWith(".instrument.yaml")))
      plain += compareWays(analyse(readFileSync(join("samples", name), "utf8")).instrument);
    assert.ok(plain > 3, String(plain));
  }).timeout(60_000);
});

describe("a plain condition", () => {
  it("can be what going through all answers finds", () => {
    let [tried, known] = [0, 0];
    const side = fc.oneof(
      fc.constantFrom("a", "b", "c", "d"),
      fc.integer({ min: -4, max: 11 }).map(String),
      fc.constantFrom('"a"', '"c"', "0.5"),
    );
    const comparison = fc
      .tuple(side, fc.constantFrom("==", "!=", "<", "<=", ">", ">="), side)
      .map(([left, operator, right]) => `${left} ${operator} ${right}`);
    const simple = fc.oneof(
      comparison,
      fc.constantFrom("a", "b", "t").map((item) => `answered(${item})`),
      fc.tuple(side, side, side).map(([value, low, high]) => `${value} between ${low} and ${high}`),
      fc.tuple(fc.constantFrom("a", "b"), fc.integer({ min: 0, max: 5 })).map(([item, code]) => `${item} in [${code}, 2, 99]`),
    );
    const formula = fc.oneof(
      simple,
      fc.tuple(simple, fc.constantFrom("and", "or"), simple).map(([left, word, right]) => `(${left}) ${word} not (${right})`),
    );
    const responses = fc.tuple(...["a", "b", "c", "d"].map(() => fc.nat(RESPONSES.length - 1)));
    fc.assert(
      fc.property(responses, formula, fc.option(formula), (on, when, before) => {
        const lines = ["instrument: small", "sections:", "  main:", "    items:"];
        for (const [i, each] of on.entries()) {
          const routed = i === 3 && before !== null && !/[dt]/.test(before) ? `, when: '${before}'` : "";
          lines.push(`      ${"abcd"[i]}: {text: ${i}, response: ${RESPONSES[each]}${routed}}`);
        }
        lines.push("      t: {text: T, response: {type: text}}", `      z: {text: Z, response: {type: text}, when: '${when}'}`);
        const { instrument } = analyse(`${lines.join("\n")}\n`);
        const tree = instrument.items.get("z")?.when;
        if (!tree) return;
        const graph = instrumentGraph(instrument);
        const quantity = graph.formula(tree);
        const whole = quantity && summarised(graph, quantity);
        const quick = plainTruth(instrument, tree, () => whole);
        if (!quick || !whole) return;
        tried++;
        for (const value of [true, false, null]) {
          const [found, proved] = [quick.gives(value).possible, whole.gives(value).possible];
          // Answers that were tried may show what could not be proved in general.
          assert.ok(found === proved || (found === "yes" && proved === "unknown"), `${when}: ${value} ${found} ${proved}`);
          if (found === "yes") known++;
        }
      }),
      { numRuns: 250 },
    );
    assert.ok(tried > 100 && known > 200, `${tried} ${known}`);
  }).timeout(60_000);
});
