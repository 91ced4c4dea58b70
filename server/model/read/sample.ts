import type { Field } from "../../syntax/outline.ts";
import type { Segment } from "../../syntax/segment.ts";
import type { Node } from "../../syntax/tree.ts";
import { setOrigin } from "../origins.ts";
import type { Cut, Sample, Variation } from "../study.ts";
import { readFormula } from "./formula.ts";
import { fieldsIn, find, listIn, mapFields, numberOf, type Reading, scalarIn, wholeIn, wordIn } from "./reader.ts";
import { wholeOf } from "./response.ts";

/** Who of one phase is invited to another. */
export function readSample(reading: Reading, field: Field): Sample {
  const fields = fieldsIn(reading, field) ?? [];
  const sample: Sample = {
    id: field.name,
    from: wordIn(reading, find(fields, "from")),
    to: wordIn(reading, find(fields, "to")),
    consent: wordIn(reading, find(fields, "consent")),
    eligible: readFormula(reading, find(fields, "eligible")),
    target: wholeIn(reading, find(fields, "target")),
    reserve: wholeIn(reading, find(fields, "reserve")),
    varyBy: listIn(reading, find(fields, "vary_by")).flatMap(({ segment, node }) => readVariation(reading, segment, node) ?? []),
  };
  setOrigin(sample, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return sample;
}

function readVariation(reading: Reading, segment: Segment, node: Node): Variation | undefined {
  const located = (variation: Variation, fields: readonly Field[]) => {
    setOrigin(variation, { segment, whole: node, fields });
    return variation;
  };
  if (node.kind === "scalar") return node.text === "" ? undefined : located({ name: node.text, kind: "item or score" }, []);
  const fields = mapFields(reading, segment, node);
  const kind = find(fields, "score") ? "score" : "item";
  const place = find(fields, kind);
  const name = wordIn(reading, place);
  if (!place || name === undefined) return undefined;
  const written = [...fields, { ...place, name: "name" }];
  return located({ name, kind, cut: readCut(reading, find(fields, "cut")) }, written);
}

const SHARES: Readonly<Record<string, number>> = { median: 2, terciles: 3, quartiles: 4, quintiles: 5 };

function readCut(reading: Reading, field: Field | undefined): Cut | undefined {
  const word = scalarIn(reading, field)?.node.text;
  const parts = word === undefined || !Object.hasOwn(SHARES, word) ? undefined : SHARES[word];
  if (word !== undefined && parts !== undefined) return { kind: "shares", parts, word };
  const numbers = listIn(reading, field).flatMap(({ node }) => numberOf(node) ?? []);
  return numbers.length === 0 ? undefined : { kind: "at", numbers };
}
