import assert from "node:assert/strict";
import fc from "fast-check";
import { findParts } from "../../schemas/generate/load.mjs";
import { PARTS, type Part } from "../../server/generated/keys.ts";
import { type ShapeProblem, validatePart } from "../../server/model/schema.ts";
import { documents } from "./documents.ts";
import { PUBLISHED, publishedValidator } from "./published.ts";

describe("validators of parts", () => {
  const published = new Map(findParts(PUBLISHED).map(({ part, file, pointer }) => [part, publishedValidator(file, pointer)]));
  const parts = fc.constantFrom(...Object.keys(PARTS).filter((part): part is Part => part in PARTS));

  it("agree with the published schemas on anything at all, and never fail", () => {
    fc.assert(
      fc.property(parts, fc.anything({ withNullPrototype: true, withObjectString: true, maxDepth: 4 }), (part, data) => {
        agree(part, data, validatePart(part, data));
      }),
      { numRuns: 2000 },
    );
  });

  it("agree with the published schemas on documents with changes at random", () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents()), fc.array(change, { minLength: 1, maxLength: 3 }), ({ kind, data }, changes) => {
        const changed = changes.reduce<unknown>((before, [at, value]) => replaced(before, at, value), data);
        agree(kind, changed, validatePart(kind, changed));
      }),
      { numRuns: 2000 },
    );
  });

  function agree(part: Part, data: unknown, problems: readonly ShapeProblem[]): void {
    const validate = published.get(part);
    assert.equal(problems.length === 0, validate?.(data), JSON.stringify(data));
    const places = problems.map(({ path, at, kind }) => JSON.stringify([at, kind === "missing-key", path]));
    assert.equal(new Set(places).size, places.length, `one place has two problems: ${places}`);
    for (const { path, message } of problems) {
      assert.ok(exists(data, path), `nothing stands at ${path.join("/")}`);
      assert.match(message, /^\S.*[^.]$/su);
    }
  }
});

/** Which of all places is changed, as a share of them, and what comes there. */
const VALUES = [
  null,
  true,
  "yes",
  "summ",
  "a b",
  "",
  0,
  -1,
  2.5,
  [],
  {},
  [1, 2],
  ["a"],
  { text: "A" },
  { en: "A" },
  { by: "a" },
  { value: "a" },
];
const WRITTEN = fc.oneof(fc.constantFrom<unknown>(...VALUES), fc.constant(REMOVE()), fc.string());
const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), WRITTEN);

function REMOVE(): symbol {
  return Symbol.for("remove");
}

function replaced(data: unknown, share: number, value: unknown): unknown {
  const all = pathsOf(data);
  const path = all[Math.floor(share * all.length)] ?? [];
  const put = (here: unknown, [step, ...more]: readonly (string | number)[]): unknown => {
    if (step === undefined) return value;
    if (Array.isArray(here)) return here.flatMap((member, index) => (index === step ? kept(put(member, more)) : [member]));
    const members = Object.entries(here as object).flatMap(([key, member]) =>
      key === step ? kept(put(member, more)).map((one) => [key, one]) : [[key, member]],
    );
    return Object.fromEntries(members);
  };
  return path.length === 0 ? data : put(data, path);
}

const kept = (value: unknown): unknown[] => (value === REMOVE() ? [] : [value]);

function pathsOf(data: unknown): (string | number)[][] {
  if (typeof data !== "object" || data === null) return [[]];
  const members: [string | number, unknown][] = Array.isArray(data) ? data.map((member, index) => [index, member]) : Object.entries(data);
  return [[], ...members.flatMap(([key, member]) => pathsOf(member).map((path) => [key, ...path]))];
}

function exists(data: unknown, path: readonly (string | number)[]): boolean {
  let here = data;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return false;
    here = (here as Record<string | number, unknown>)[step];
  }
  return true;
}
