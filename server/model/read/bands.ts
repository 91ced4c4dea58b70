import type { Field } from "../../syntax/outline.ts";
import type { Band, Bands } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { fieldsIn, find, listIn, numberIn, numberOf, type Reading, wordIn } from "./reader.ts";
import { wholeOf } from "./response.ts";

/** A band set, or one for each code of a covariate (`{by: sex, female: {…}, male: {…}}`). */
export function readBands(reading: Reading, field: Field | undefined): Bands | undefined {
  const fields = fieldsIn(reading, field);
  if (!field || !fields) return undefined;
  const by = wordIn(reading, find(fields, "by"));
  const made: Bands =
    by !== undefined
      ? {
          kind: "by",
          by,
          sets: new Map(
            fields.filter((entry) => entry.name !== "by").map((entry) => [entry.name, readSet(reading, fieldsIn(reading, entry))]),
          ),
        }
      : { kind: "bands", bands: readSet(reading, fields) };
  setOrigin(made, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return made;
}

export function readBandSets(reading: Reading, field: Field | undefined): ReadonlyMap<string, Bands> {
  const sets = new Map<string, Bands>();
  for (const entry of fieldsIn(reading, field) ?? []) {
    const bands = readBands(reading, entry);
    if (bands) sets.set(entry.name, bands);
  }
  return sets;
}

/** `mild: [5, 9]` holds both ends, `mild: [20, none]` is open, `mild: 10` runs up to the next band. */
function readSet(reading: Reading, fields: readonly Field[] | undefined): readonly Band[] {
  return (fields ?? []).flatMap((entry) => {
    const single = numberIn(reading, entry);
    const [low, high] = listIn(reading, entry).map(({ node }) => numberOf(node));
    const from = single ?? low;
    if (!from) return [];
    const band: Band = { name: entry.name, from, to: single ? undefined : high };
    setOrigin(band, { segment: entry.segment, name: entry.key, whole: wholeOf(entry), fields: [] });
    return [band];
  });
}
