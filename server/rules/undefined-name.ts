import { covariatesOf } from "../evidence/covariates.ts";
import { unknownBands } from "../evidence/unknownBands.ts";
import { unknownNames } from "../evidence/unknownNames.ts";
import { unknownRounds } from "../evidence/unknownRounds.ts";
import { nearest } from "../expression/nearest.ts";
import type { Instrument, Named } from "../model/instrument.ts";
import type { Part } from "../model/parts.ts";
import type { Target } from "../model/references.ts";
import { referencesOf } from "../model/references.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "undefined-name",
  severity: "error",
  summary: "A name refers to an item, score, response, recode, table, statement, band, audience, phase or consent that is defined nowhere.",
  looksAt: ["response", "section", "item", "score", "table", "effect", "test", "delphi", "guide", "study"],
  needs: (part) => part.kind === "delphi" || part.kind === "guide" || part.kind === "study" || referencesOf(part).length > 0,
  *check(part, { at: places, instrument, references }) {
    // What bands, cut-offs and norms go by is told as something that is not asked.
    const covariates = covariatesOf(part).map(({ at }) => at.start);
    for (const { target, id, at, inFormula, last } of references(part)) {
      // What a section includes is looked up with the imports.
      if (inFormula || target === "section" || covariates.includes(at.start)) continue;
      const spaces = SPACES[target](instrument, part);
      const kinds = last === undefined || target !== "item or score" ? [] : [id, last].map((name) => kindOf(name, instrument));
      if (kinds[0] !== undefined && kinds[1] !== undefined && kinds[0] !== kinds[1])
        yield { at, message: `"${id}" is ${kinds[0]} and "${last}" ${kinds[1]}: a span joins two items or two scores` };
      if (spaces.some((space) => space.has(id)) || isOfLostImport(id, instrument, spaces)) continue;
      const guess = nearest(
        id,
        spaces.flatMap((space) => space.ids()),
      );
      yield {
        at,
        message: `no ${target} is named "${id}"${guess === undefined ? "" : `: did you mean "${guess}"?`}`,
        fixes: guess === undefined ? [] : [{ title: `Change to "${guess}"`, safe: false, edits: [{ at, newText: guess }] }],
      };
    }
    if (part.kind === "guide" || part.kind === "study")
      for (const { what, id, at, guess } of unknownNames(part))
        yield {
          at,
          message: `no ${what} is named "${id}"${guess === undefined ? "" : `: did you mean "${guess}"?`}`,
          fixes: guess === undefined ? [] : [{ title: `Change to "${guess}"`, safe: false, edits: [{ at, newText: guess }] }],
        };
    if (part.kind !== "delphi") return;
    for (const { number, at } of unknownRounds(part.value))
      yield { at, message: `there is no round ${number}: known are ${part.value.rounds.map((round) => round.number).join(", ")}` };
    for (const { criterion, band, known, response } of unknownBands(part.value)) {
      const at = places.value(criterion as { readonly of: unknown }, "of");
      const guess = nearest(band, known);
      const hint = guess === undefined ? (known.length > 0 ? `: known are ${known.join(", ")}` : "") : `: did you mean "${guess}"?`;
      yield {
        at,
        message: `no band of ${response.id === undefined ? "the response" : `"${response.id}"`} is named "${band}"${hint}`,
        fixes: guess === undefined ? [] : [{ title: `Change to "${guess}"`, safe: false, edits: [{ at, newText: guess }] }],
      };
    }
  },
});

const SPACES: Record<Target, (instrument: Instrument, part: Part) => readonly Named<unknown>[]> = {
  "item or score": ({ items, scores }) => [items, scores],
  item: ({ items }) => [items],
  score: ({ scores }) => [scores],
  response: ({ responses }) => [responses],
  recode: ({ recodes }) => [recodes],
  table: ({ tables }) => [tables],
  section: ({ sections }) => [sections],
  statement: (_, part) => (part.kind === "delphi" ? [part.value.statements] : []),
};

const kindOf = (id: string, { items, scores }: Instrument) => (items.has(id) ? "an item" : scores.has(id) ? "a score" : undefined);

/** A name from a library that could not be read is explained by that. */
function isOfLostImport(id: string, { metadata }: Instrument, spaces: readonly Named<unknown>[]): boolean {
  const [alias = "", name] = id.split(".");
  return (
    name !== undefined && metadata.use.has(alias) && !spaces.some((space) => space.ids().some((known) => known.startsWith(`${alias}.`)))
  );
}
