import type { Field } from "../../syntax/outline.ts";
import type { Segment } from "../../syntax/segment.ts";
import type { Node } from "../../syntax/tree.ts";
import { type BandOrCodes, COMPARISON_WORDS, type Comparison, type Criterion, type Measured } from "../delphi.ts";
import { setOrigin } from "../origins.ts";
import { choiceIn, fieldsIn, find, follow, listIn, mapFields, numberIn, type Reading, wordIn } from "./reader.ts";
import { wholeOf } from "./response.ts";

/** A criterion from the mapping that a field holds; undefined where it has no kind that is known (the schema reports it). */
export function readCriterion(reading: Reading, field: Field | undefined): Criterion | undefined {
  const fields = fieldsIn(reading, field);
  return field && fields && fromFields(reading, field.segment, wholeOf(field), fields, 0);
}

/** Deeper nesting is no rule that anyone could read. */
const DEEPEST = 20;

function fromNode(reading: Reading, segment: Segment, node: Node, depth: number): Criterion | undefined {
  const target = follow(reading, segment, node);
  if (target.node.kind !== "mapping" || depth > DEEPEST) return undefined;
  return fromFields(reading, target.segment, target.node, mapFields(reading, target.segment, target.node), depth);
}

function fromFields(
  reading: Reading,
  segment: Segment,
  whole: { readonly start: number; readonly end: number },
  fields: readonly Field[],
  depth: number,
): Criterion | undefined {
  const made = joined(reading, fields, depth) ?? measured(reading, fields);
  if (made) setOrigin(made, { segment, whole, fields: fields.map((field) => ({ ...field, name: PROPERTIES[field.name] ?? field.name })) });
  return made;
}

/** The property of the model that each key is read into. */
const PROPERTIES: Record<string, string> = { all: "criteria", any: "criteria", not: "criterion", percent_in: "of" };

/** A list of which one could not be read is not read at all: half a rule is another rule. */
function joined(reading: Reading, fields: readonly Field[], depth: number): Criterion | undefined {
  for (const kind of ["all", "any"] as const) {
    const field = find(fields, kind);
    if (!field) continue;
    const nodes = listIn(reading, field);
    const criteria = nodes.flatMap(({ segment, node }) => fromNode(reading, segment, node, depth + 1) ?? []);
    return criteria.length === nodes.length && criteria.length > 0 ? { kind, criteria } : undefined;
  }
  const not = find(fields, "not");
  const criterion = not && !not.fields ? fromNode(reading, not.segment, not.value, depth + 1) : undefined;
  return criterion && { kind: "not", criterion };
}

const PLAIN = ["median", "mean", "sd", "cv", "kendall_w", "apmo"] as const;
const SHARES = ["cvr", "i_cvi", "kappa_star"] as const;
const RANGES = ["iqr", "ipr"] as const;
const QUANTILES = ["type2", "type6", "type7"] as const;

function measured(reading: Reading, fields: readonly Field[]): Measured | undefined {
  const own = compareIn(reading, fields);
  const inBand = bandOrCodes(reading, find(fields, "percent_in"));
  if (inBand) return own && { kind: "percent_in", of: inBand, compare: own };
  const within = fieldsIn(reading, find(fields, "percent_within"));
  if (within) {
    const of = choiceIn(reading, find(within, "of"), ["median", "mode"]);
    const distance = numberIn(reading, find(within, "distance"));
    return own && of && distance && { kind: "percent_within", of, distance, compare: own };
  }
  for (const kind of [...PLAIN, ...SHARES, ...RANGES]) {
    const inner = fieldsIn(reading, find(fields, kind));
    if (!inner) continue;
    const compare = compareIn(reading, inner);
    if (!compare) return undefined;
    if (isOneOf(RANGES, kind)) return { kind, quantile: choiceIn(reading, find(inner, "quantile"), QUANTILES), compare };
    if (isOneOf(SHARES, kind)) return { kind, of: bandOrCodes(reading, find(inner, "of")), compare };
    return { kind, compare };
  }
  return undefined;
}

const isOneOf = <T extends string>(words: readonly T[], word: string): word is T => words.some((one) => one === word);

/** The one comparison among these fields. */
export function compareIn(reading: Reading, fields: readonly Field[]): Comparison | undefined {
  for (const word of COMPARISON_WORDS) {
    const field = find(fields, word);
    const at = numberIn(reading, field);
    if (!field || !at) continue;
    const compare: Comparison = { word, at };
    setOrigin(compare, { segment: field.segment, whole: { start: field.key.start, end: field.value.end }, fields: [field] });
    return compare;
  }
  return undefined;
}

function bandOrCodes(reading: Reading, field: Field | undefined): BandOrCodes | undefined {
  if (!field || field.fields) return undefined;
  const band = wordIn(reading, field);
  if (band !== undefined) return { band };
  const codes = listIn(reading, field).flatMap(({ node }) => (node.kind === "scalar" ? [node.text] : []));
  return codes.length > 0 ? { codes } : undefined;
}
