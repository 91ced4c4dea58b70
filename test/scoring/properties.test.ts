import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry, Method, MissingRule } from "../../server/model/instrument.ts";
import { exact } from "../../server/number/exact.ts";
import { readAnswer } from "../../server/scoring/answers.ts";
import { completeRange } from "../../server/scoring/completeRange.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { possibleRange } from "../../server/scoring/range.ts";
import { instrument, item, options, response, score } from "./build.ts";

/** A score over items with any whole codes, keys, weights and missing rule, and someone's answers (undefined is blank). */
interface Made {
  readonly codes: readonly (readonly number[])[];
  readonly reversed: readonly boolean[];
  readonly weights: readonly number[];
  readonly method: Method;
  readonly need: number;
  readonly fill: "none" | "person_mean" | number;
  readonly answers: readonly (number | undefined)[];
}

const MADE: fc.Arbitrary<Made> = fc.integer({ min: 1, max: 6 }).chain((size) => {
  const list = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { minLength: size, maxLength: size });
  return fc
    .record({
      codes: list(fc.uniqueArray(fc.integer({ min: -3, max: 9 }), { minLength: 2, maxLength: 5 })),
      reversed: list(fc.boolean()),
      weights: list(fc.integer({ min: 1, max: 4 })),
      method: fc.constantFrom<Method>("sum", "mean", "min", "max", "product"),
      need: fc.integer({ min: 1, max: size }),
      fill: fc.oneof(fc.constantFrom("none" as const, "person_mean" as const), fc.integer({ min: -2, max: 5 })),
      picks: list(fc.option(fc.nat(20), { nil: undefined, freq: 4 })),
    })
    .map(({ picks, ...made }) => ({
      ...made,
      answers: picks.map((pick, at) => (pick === undefined ? undefined : made.codes[at]?.[pick % (made.codes[at]?.length ?? 1)])),
    }));
});

function build(made: Made) {
  const ids = made.codes.map((_, at) => `i${at}`);
  const entries: Entry[] = ids.map((first, at) => ({
    first,
    minus: false,
    reverse: made.reversed[at] ?? false,
    weight: exact(made.weights[at] ?? 1),
  }));
  const missing: MissingRule = {
    need: { count: made.need },
    above: false,
    always: [],
    fill: typeof made.fill === "number" ? exact(made.fill) : made.fill,
  };
  return instrument({
    responses: made.codes.map((codes, at) => response(`r${at}`, { options: options(codes.join(" ")) })),
    items: ids.map((id, at) => item(id, { response: `r${at}` })),
    scores: [
      score("s", { entries, method: made.method, missing }),
      ...ids.flatMap((id, at) => {
        const [low, high] = ends(made, at);
        return [
          score(`once_${id}`, { entries: [{ first: id, minus: true }], range: { min: exact(low), max: exact(high) } }),
          score(`twice_${id}`, { entries: [{ first: `once_${id}`, minus: true }] }),
        ];
      }),
    ],
  });
}

function ends(made: Made, at: number): [number, number] {
  const codes = made.codes[at] ?? [0];
  return [Math.min(...codes), Math.max(...codes)];
}

function scored(made: Made) {
  const built = build(made);
  const rangeOfScore = (id: string) => {
    const range = built.scores.get(id)?.range;
    return range && { low: range.min, high: range.max };
  };
  const compiled = compileInstrument(built, { rangeOfScore });
  return {
    built,
    person: compiled.score((id) => {
      const asked = built.items.get(id);
      const answer = made.answers[Number(id.slice(1))];
      return asked === undefined || answer === undefined ? undefined : readAnswer(built, asked, String(answer)).answer;
    }),
  };
}

/** The same rules written down again in binary floating point, from the sentences of the format. */
function byHand(made: Made): number | undefined {
  const values = made.answers.map((answer, at) => {
    const [low, high] = ends(made, at);
    return answer === undefined || made.reversed[at] !== true ? answer : low + high - answer;
  });
  const there = values.flatMap((value, at) => (value === undefined ? [] : [{ value, weight: made.weights[at] ?? 1 }]));
  if (there.length < made.need) return undefined;
  const weighted = (parts: readonly { value: number; weight: number }[]): number =>
    parts.reduce((sum, { value, weight }) => sum + value * weight, 0) / parts.reduce((sum, { weight }) => sum + weight, 0);
  const fill = made.fill === "person_mean" ? weighted(there) : made.fill;
  const parts = fill === "none" ? there : values.map((value, at) => ({ value: value ?? fill, weight: made.weights[at] ?? 1 }));
  const products = parts.map(({ value, weight }) => value * weight);
  switch (made.method) {
    case "sum":
      return products.reduce((sum, value) => sum + value, 0);
    case "mean":
      return weighted(parts);
    case "min":
      return Math.min(...products);
    case "max":
      return Math.max(...products);
    case "product":
      return products.reduce((product, value) => product * value, 1);
  }
}

describe("what always holds of a score", () => {
  it("is what the rules give when they are written down again", () => {
    fc.assert(
      fc.property(MADE, (made) => {
        const value = scored(made).person.result("s")?.value;
        const expected = byHand(made);
        if (expected === undefined) return value?.kind === "missing";
        return value?.kind === "number" && Math.abs(value.value.valueOf() - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
      }),
      { numRuns: 1000 },
    );
  });

  it("lies in the range of complete answers where nothing is missing", () => {
    fc.assert(
      fc.property(MADE, (made) => {
        fc.pre(made.answers.every((answer) => answer !== undefined));
        const { built, person } = scored(made);
        const declared = built.scores.get("s");
        const range = declared && completeRange(built, declared, () => undefined);
        const value = person.result("s")?.value;
        return value?.kind === "number" && range !== undefined && value.value.gte(range.low) && value.value.lte(range.high);
      }),
    );
  });

  it("lies in the possible range, and among the attainable values where they are listed", () => {
    fc.assert(
      fc.property(MADE, (made) => {
        const { built, person } = scored(made);
        const value = person.result("s")?.value;
        if (value?.kind !== "number") return true;
        const range = possibleRange(built, "s");
        assert.ok(range);
        const above = range.min === undefined || value.value.gte(range.min);
        const below = range.max === undefined || value.value.lte(range.max);
        return above && below && range.attainable?.some((each) => each.equals(value.value)) !== false;
      }),
      { numRuns: 300 },
    );
  });

  it("is the answer again when it is reversed twice", () => {
    fc.assert(
      fc.property(MADE, (made) => {
        const { person } = scored(made);
        for (const [at, answer] of made.answers.entries()) {
          const value = person.result(`twice_i${at}`)?.value;
          if (answer === undefined) assert.equal(value?.kind, "missing");
          else assert.ok(value?.kind === "number" && value.value.equals(exact(answer)));
        }
      }),
    );
  });
});
