import { type Exact, exact, parseExact } from "../../number/exact.ts";
import type { Field } from "../../syntax/outline.ts";
import type { Case, CaseValue, CutOff, Entry, Method, MissingRule, Rounding, RoundingMode, Score, TransformStep } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { readBandSets, readBands } from "./bands.ts";
import { formulaOf, readFormula } from "./formula.ts";
import {
  choiceIn,
  fieldsIn,
  find,
  inner,
  type Located,
  listIn,
  mapFields,
  numberIn,
  numberOf,
  type Reading,
  scalarIn,
  truthIn,
  wholeIn,
  wordIn,
  wordsIn,
} from "./reader.ts";
import { readRecodeOrName } from "./recode.ts";
import { pairIn, wholeOf } from "./response.ts";
import { readText } from "./text.ts";

const METHODS: readonly Method[] = ["sum", "mean", "min", "max", "product"];
const MODES: readonly RoundingMode[] = ["half_up", "half_even", "half_away", "down", "up"];

/** A score from its map. */
export function readScore(reading: Reading, field: Field): Score {
  const fields = fieldsIn(reading, field) ?? [];
  const items = find(fields, "items");
  const cases = find(fields, "cases");
  const score: Score = {
    id: field.name,
    label: readText(reading, find(fields, "label")),
    helper: truthIn(reading, find(fields, "helper")) ?? false,
    level: choiceIn(reading, find(fields, "level"), ["person", "group"]) ?? "person",
    by: wordIn(reading, find(fields, "by")),
    smallestGroup: wholeIn(reading, find(fields, "smallest_group")),
    when: readFormula(reading, find(fields, "when")),
    value: readFormula(reading, find(fields, "value")),
    cases: cases && listIn(reading, cases).flatMap((located) => readCase(reading, located)),
    entries: items && listIn(reading, items).flatMap((located) => readEntry(reading, located)),
    method: choiceIn(reading, find(fields, "method"), METHODS),
    recode: readRecodeOrName(reading, find(fields, "recode")),
    weight: numberIn(reading, find(fields, "weight")),
    missing: readMissing(reading, find(fields, "missing")),
    transform: listIn(reading, find(fields, "transform")).flatMap((located) => readStep(reading, located)),
    round: readRound(reading, find(fields, "round")),
    range: readRange(reading, find(fields, "range")),
    higher: readText(reading, find(fields, "higher")),
    bands: readBands(reading, find(fields, "bands")),
    bandSets: readBandSets(reading, find(fields, "band_sets")),
    cutOffs: inner(reading, fields, "cutoffs").flatMap((entry) => readCutOff(reading, entry)),
    source: wordIn(reading, find(fields, "source")),
    unit: readText(reading, find(fields, "unit")),
  };
  setOrigin(score, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return score;
}

/** One line of `items`: `phq1`, `-phq1`, `a..b`, `{item: …}` or `{items: […], …}`, the last with an entry for each name. */
function readEntry(reading: Reading, { segment, node }: Located): Entry[] {
  if (node.kind === "scalar") {
    const entry = { ...readNames(node.text) };
    setOrigin(entry, { segment, whole: node, fields: [] });
    return [entry];
  }
  if (node.kind !== "mapping") return [];
  const fields = mapFields(reading, segment, node);
  const shared = {
    reverse: truthIn(reading, find(fields, "reverse")),
    weight: numberIn(reading, find(fields, "weight")),
    recode: readRecodeOrName(reading, find(fields, "recode")),
  };
  const names = [...listIn(reading, find(fields, "item")), ...listIn(reading, find(fields, "items"))];
  return names.flatMap((name) => {
    if (name.node.kind !== "scalar") return [];
    const entry = { ...readNames(name.node.text), ...shared };
    setOrigin(entry, { segment: name.segment, whole: name.node, fields });
    return [entry];
  });
}

/** `a`, `-a`, `a..b`, `-a..b` */
export function readNames(text: string): { first: string; last?: string; minus: boolean } {
  const minus = text.startsWith("-");
  const [first = "", last] = (minus ? text.slice(1) : text).split("..").map((name) => name.trim());
  return last === undefined ? { first, minus } : { first, last, minus };
}

function readCase(reading: Reading, { segment, node }: Located): Case[] {
  const fields = mapFields(reading, segment, node);
  const otherwise = find(fields, "otherwise");
  const is = otherwise ?? find(fields, "is");
  if (!is) return [];
  const made: Case = { when: otherwise ? undefined : readFormula(reading, find(fields, "when")), is: readCaseValue(reading, is) };
  setOrigin(made, {
    segment,
    whole: node,
    fields: otherwise ? fields.map((field) => (field === otherwise ? { ...field, name: "is" } : field)) : fields,
  });
  return [made];
}

function readCaseValue(reading: Reading, field: Field): CaseValue {
  const found = scalarIn(reading, field);
  if (found) {
    const { node } = found;
    const number = numberOf(node);
    if (number) return { kind: "number", value: number };
    if (typeof node.value === "boolean") return { kind: "truth", value: node.value };
    return node.style === "plain" && node.text === "missing" ? { kind: "missing" } : { kind: "text", value: node.text };
  }
  const value = find(fieldsIn(reading, field), "value");
  const formula = scalarIn(reading, value);
  return formula ? { kind: "expression", value: formulaOf(reading, formula.segment, formula.node) } : { kind: "missing" };
}

function readMissing(reading: Reading, field: Field | undefined): MissingRule | undefined {
  const fields = fieldsIn(reading, field);
  if (!field || !fields) return undefined;
  const fill = scalarIn(reading, find(fields, "fill"))?.node;
  const rule: MissingRule = {
    need: readNeed(wordIn(reading, find(fields, "need"))),
    allow: wholeIn(reading, find(fields, "allow")),
    above: truthIn(reading, find(fields, "above")) ?? false,
    always: wordsIn(reading, find(fields, "always")),
    fill: fill?.text === "none" || fill?.text === "person_mean" ? fill.text : numberOf(fill),
  };
  setOrigin(rule, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return rule;
}

/** `4`, `half`, `80%` */
function readNeed(word: string | undefined): MissingRule["need"] {
  if (word === undefined) return undefined;
  if (word === "half") return { share: exact(1, 2) };
  const percent = word.endsWith("%") ? parseExact(word.slice(0, -1).trim()) : undefined;
  if (percent) return { share: percent.div(100) };
  return /^\d{1,9}$/.test(word) ? { count: Number(word) } : undefined;
}

function readStep(reading: Reading, { segment, node }: Located): TransformStep[] {
  const fields = mapFields(reading, segment, node);
  const made = fields.flatMap((field) => stepOf(reading, field)).slice(0, 1);
  for (const step of made) setOrigin(step, { segment, whole: node, fields });
  return made;
}

function stepOf(reading: Reading, field: Field): TransformStep[] {
  const kind = field.name;
  if (kind === "multiply" || kind === "add" || kind === "divide") {
    const by = numberIn(reading, field);
    return by ? [{ kind, by }] : [];
  }
  if (kind === "rescale") {
    const [low, high] = pairIn(reading, field);
    return low && high ? [{ kind, low, high }] : [];
  }
  if (kind === "lookup") {
    const table = wordIn(reading, field);
    return table ? [{ kind, table }] : [];
  }
  if (kind === "t" || kind === "z") {
    const fields = fieldsIn(reading, field);
    const mean = numberIn(reading, find(fields, "mean"));
    const sd = numberIn(reading, find(fields, "sd"));
    return mean && sd ? [{ kind, mean, sd }] : [];
  }
  return [];
}

function readRound(reading: Reading, field: Field | undefined): Rounding | undefined {
  const fields = fieldsIn(reading, field);
  const to = numberIn(reading, find(fields, "to"));
  if (!field || !to) return undefined;
  const round: Rounding = { to, mode: choiceIn(reading, find(fields, "mode"), MODES) };
  setOrigin(round, { segment: field.segment, name: field.key, whole: wholeOf(field), fields: fields ?? [] });
  return round;
}

function readRange(reading: Reading, field: Field | undefined): Score["range"] {
  if (!field || listIn(reading, field).length !== 2) return undefined;
  const [min, max] = pairIn(reading, field);
  return { min, max };
}

const COMPARISONS: readonly CutOff["comparison"][] = ["at_least", "above", "at_most", "below", "equals"];

function readCutOff(reading: Reading, field: Field): CutOff[] {
  const fields = fieldsIn(reading, field) ?? [];
  const comparison = COMPARISONS.find((word) => find(fields, word));
  const by = fieldsIn(reading, find(fields, "by"))?.[0];
  const at = comparison && (numberIn(reading, find(fields, comparison)) as Exact | undefined);
  if (!comparison || !at) return [];
  const code = by && wordIn(reading, by);
  const cutOff: CutOff = {
    name: field.name,
    comparison,
    at,
    source: wordIn(reading, find(fields, "source")),
    by: by && code !== undefined ? { item: by.name, code } : undefined,
  };
  setOrigin(cutOff, {
    segment: field.segment,
    name: field.key,
    whole: wholeOf(field),
    fields: fields.map((entry) => (entry.name === comparison ? { ...entry, name: "at" } : entry)),
  });
  return [cutOff];
}
