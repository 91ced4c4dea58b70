import { nearest } from "../expression/nearest.ts";
import type { Bands, Score } from "../model/instrument.ts";
import { rule } from "./rule.ts";

/** Names of scores that are not there are `undefined-name`; here is what a score cannot have or be. */
export default rule({
  code: "test-expects-unknown",
  severity: "error",
  summary: "A scoring test expects a band, cut-off or class that the score does not have.",
  looksAt: "test",
  *check({ value: test }, { at, instrument }) {
    for (const expected of test.expect) {
      const score = instrument.scores.get(expected.name);
      if (!score) continue;
      const { property, value } = expected;
      if (property !== undefined && !propertiesOf(score).has(property)) {
        const known = [...propertiesOf(score).keys()];
        yield {
          at: at.name(expected),
          message: `"${score.id}" has no "${property}": ${known.length === 0 ? "it has no bands and no cut-offs" : guess(property, known)}`,
        };
        continue;
      }
      const names = property === undefined ? classesOf(score) : propertiesOf(score).get(property);
      if (!names || names.length === 0 || value.kind !== "text" || names.includes(value.text)) continue;
      const what = property === undefined ? `"${score.id}"` : `"${score.id}.${property}"`;
      yield { at: at.value(expected, "value"), message: `${what} is never "${value.text}": ${guess(value.text, names)}` };
    }
  },
});

function guess(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? `known are ${known.map((name) => `"${name}"`).join(", ")}` : `did you mean "${meant}"?`;
}

/** What may stand after the dot, with the names that it can give; a cut-off gives true or false. */
function propertiesOf(score: Score): ReadonlyMap<string, readonly string[] | undefined> {
  return new Map<string, readonly string[] | undefined>([
    ...(score.bands ? [["band", namesOf(score.bands)] as const] : []),
    ...[...score.bandSets].map(([name, bands]) => [name, namesOf(bands)] as const),
    ...score.cutOffs.map(({ name }) => [name, undefined] as const),
  ]);
}

const namesOf = (bands: Bands): readonly string[] => [
  ...new Set((bands.kind === "by" ? [...bands.sets.values()].flat() : bands.bands).map(({ name }) => name)),
];

/** The texts that the cases of a score give; undefined where one of them is worked out. */
function classesOf(score: Score): readonly string[] | undefined {
  const texts: string[] = [];
  for (const { is } of score.cases ?? []) {
    if (is.kind === "text") texts.push(is.value);
    else if (is.kind !== "missing") return undefined;
  }
  return score.cases ? texts : undefined;
}
