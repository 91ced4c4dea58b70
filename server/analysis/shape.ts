import { keptWith } from "../keptWith.ts";
import type { Part as SchemaPart } from "../model/keys.ts";
import { isWhole, type Part } from "../model/parts.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { type ShapeProblem, validateKey, validatePart } from "../model/schema.ts";
import { remember } from "../remember.ts";
import { emptyRecord } from "../syntax/emptyRecord.ts";
import { type Field, fieldsOfPairs } from "../syntax/outline.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import { plain } from "../syntax/plain.ts";
import { quote } from "../syntax/quote.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Mapping, Node } from "../syntax/tree.ts";
import type { DocumentKind } from "./analysis.ts";
import type { AnchorTable } from "./anchors.ts";
import type { DocumentState } from "./documentProblems.ts";

/** What the schema says of one part, its keys told apart from its named entries, which are parts of their own. */
export function shapeProblems(part: Part, anchors: AnchorTable): readonly LocalProblem[] {
  if (part.kind === "metadata" || isWhole(part)) return NONE;
  // What a name stands for may be another with the next edit elsewhere; so may be what is inside a section.
  const isAlone = !part.field.segment.names && !part.field.fields;
  return isAlone ? remember(SHAPES, part, () => shapeOf(part, anchors)) : shapeOf(part, anchors);
}

const NONE: readonly LocalProblem[] = [];
const SHAPES = keptWith<Part, readonly LocalProblem[]>();

function shapeOf(part: Exclude<Part, { readonly kind: "metadata" }>, anchors: AnchorTable): readonly LocalProblem[] {
  const { field } = part;
  const name = validateKey(...keyPath(part));
  const named = name ? [local(name, [field], anchors)] : [];
  if (part.kind === "section") return [...named, ...sectionShape(field, anchors)];
  const found = [...named, ...checked(part.kind, field.fields, field, anchors, []), ...mappingsIn([field])];
  return found.length > 0 ? found : NONE;
}

/** A section without its items and its sections, which are parts of their own however they are written. */
function sectionShape(field: Field, anchors: AnchorTable): readonly LocalProblem[] {
  const { segment, value } = field;
  if (!field.fields && value.kind !== "mapping") return [...checked("section", undefined, field, anchors, ENTRIES), ...mappingsIn([field])];
  const own = field.fields ?? (value.kind === "mapping" ? fieldsOfPairs(segment, value.pairs) : []);
  const [entries, rest] = [own.filter(({ name }) => ENTRIES.includes(name)), own.filter(({ name }) => !ENTRIES.includes(name))];
  return [
    ...checked("section", own, field, anchors, ENTRIES),
    ...mappingsIn(rest.filter((inner) => !inner.fields)),
    ...(value.kind === "mapping" && !field.fields ? [...cutValues(segment, value), ...repeatedKeys(own)] : []),
    ...entries.flatMap((inner) => (inner.value.kind === "mapping" && !inner.fields ? cutValues(inner.segment, inner.value) : [])),
  ];
}

const ENTRIES: readonly string[] = ["items", "sections"];

function keyPath({ kind, id, parent }: Part): [SchemaPart, string[]] {
  if (kind === "item") return ["section", ["items", id]];
  if (kind === "section") return parent === undefined ? ["instrument", ["sections", id]] : ["section", ["sections", id]];
  return ["instrument", [`${kind}s`, id]];
}

const CONTAINERS: Record<string, readonly string[]> = {
  instrument: ["responses", "sections", "scores", "recodes", "tables", "tests", "effects"],
  library: ["responses", "sections", "recodes", "tables"],
  delphi: ["responses"],
};

/** What the schema says of a document's own keys, and of all of a document whose parts are not read one by one. */
export function documentShape({ fields, kind, anchors, text }: DocumentState): readonly LocalProblem[] {
  // Settings are known by the name of their file too, and may be a list or a text.
  if (kind && (kind !== "config" || fields.length > 0)) return wholeShape(kind, fields, anchors);
  const first = fields[0];
  const segment = first?.segment ?? text.segments.list.find((one) => one.kind === "entry");
  if (!segment) return [];
  const message =
    kind === "config"
      ? 'settings are keys with values, for example "severities: {wording: info}"'
      : `the first key says what the document is and names it, for example "instrument: my_questionnaire" (or delphi, guide, study, library, translation)`;
  return [
    {
      code: "missing-key",
      severity: "error",
      message,
      at: first ? placeIn(segment, first.key) : placeIn(segment, firstLine(segment)),
      related: [],
      fixes: [],
    },
  ];
}

const KEPT = keptWith<readonly Field[], readonly LocalProblem[]>();

/** What the schema says of a document's own keys and of what is not read in parts. */
export function wholeShape(kind: DocumentKind, fields: readonly Field[], anchors: AnchorTable): readonly LocalProblem[] {
  const apart = CONTAINERS[kind] ?? [];
  return remember(KEPT, fields, () => [
    ...checked(kind as SchemaPart, fields, undefined, anchors, apart),
    ...repeatedKeys(fields),
    ...mappingsIn(fields.filter((field) => !apart.includes(field.name))),
  ]);
}

const firstLine = (segment: Segment) => ({ start: 0, end: (segment.text.split("\n")[0] ?? "").trimEnd().length });

/** Problems of the shape of a part whose fields are given, or which is one field's value. `apart`: containers whose entries are looked at on their own. */
function checked(
  name: SchemaPart,
  fields: readonly Field[] | undefined,
  field: Field | undefined,
  anchors: AnchorTable,
  apart: readonly string[],
): LocalProblem[] {
  const follow = (node: Node) => (node.kind === "alias" ? (anchors.get(node.name)?.node ?? node) : node);
  const tooLarge: LocalProblem[] = [];
  const dataOf = (one: Field, emptied: boolean): unknown => {
    if (one.fields) return emptied ? {} : record(one.fields.map((inner) => [inner.name, dataOf(inner, false)]));
    if (emptied && follow(one.value).kind === "mapping") return {};
    const made = plain(one.value, follow);
    if (!made)
      tooLarge.push({
        code: "alias-expansion-limit",
        severity: "error",
        message: "repeated names (*) make this part grow beyond all measure",
        at: placeIn(one.segment, one.value),
        related: [],
        fixes: [],
      });
    return made?.data ?? null;
  };
  const data = fields ? record(fields.map((one) => [one.name, dataOf(one, apart.includes(one.name))])) : field && dataOf(field, false);
  if (tooLarge.length > 0) return tooLarge.slice(0, 1);
  const problems = validatePart(name, data);
  if (problems.length === 0) return [];
  const bare = fields ? fields.flatMap((one) => bareIn(one, apart)) : field ? bareKeys(field) : [];
  return problems
    .filter((problem) => problem.kind !== "unknown-key" || !bare.includes(problem.key ?? ""))
    .map((problem) =>
      local(problem, fields ?? (field ? [field] : []), anchors, fields ? problem.path : [field?.name ?? "", ...problem.path]),
    );
}

function record(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const made = emptyRecord();
  for (const [key, value] of entries) made[key] = value;
  return made;
}

function local(
  problem: ShapeProblem,
  fields: readonly Field[],
  anchors: AnchorTable,
  path: ShapeProblem["path"] = problem.path.slice(-1),
): LocalProblem {
  const at = placeOf(fields, path, problem.at, anchors);
  const fixes =
    problem.suggestion === undefined
      ? []
      : [
          {
            title: `Change to "${problem.suggestion}"`,
            safe: problem.kind === "unknown-key" || problem.kind === "unknown-value",
            edits: [{ at, newText: problem.suggestion }],
          },
        ];
  return { code: problem.kind, severity: "error", message: problem.message, at, related: [], fixes };
}

/** Where a path from a part leads: to the key, or to what stands behind it. */
function placeOf(fields: readonly Field[], path: ShapeProblem["path"], which: "key" | "value", anchors: AnchorTable): Place {
  let here: readonly Field[] | undefined = fields;
  let found: Field | undefined;
  for (let at = 0; at < path.length; at++) {
    const step = path[at];
    const next: Field | undefined = here?.find((field) => field.name === String(step));
    if (!next) break;
    found = next;
    if (next.fields) {
      here = next.fields;
      continue;
    }
    const inside = path.slice(at + 1);
    return inNode(next, next.value, inside, which, anchors);
  }
  if (!found) {
    const first = fields[0];
    if (!first) throw new Error("a shape problem has no field");
    return placeIn(first.segment, first.key);
  }
  return placeIn(found.segment, which === "key" || found.fields || found.value.end === found.value.start ? found.key : found.value);
}

function inNode(field: Field, node: Node, path: ShapeProblem["path"], which: "key" | "value", anchors: AnchorTable): Place {
  const [step, ...more] = path;
  // What is wrong inside something that has a name (`&agree5`) stands where that is written, whoever names it.
  const named = step !== undefined && node.kind === "alias" ? anchors.get(node.name) : undefined;
  if (named && named.node.kind !== "alias")
    return inNode({ ...field, segment: named.segment, key: named.node, value: named.node }, named.node, path, which, anchors);
  if (step === undefined) return placeIn(field.segment, which === "key" || node.end === node.start ? field.key : node);
  if (node.kind === "sequence" && typeof step === "number") {
    const item = node.items[step];
    return item ? inNode({ ...field, key: item, value: item }, item, more, which, anchors) : placeIn(field.segment, node);
  }
  if (node.kind === "mapping") {
    const pair = node.pairs.find(({ key }) => key.kind === "scalar" && key.text === String(step));
    if (pair) return inNode({ ...field, key: pair.key, value: pair.value }, pair.value, more, which, anchors);
  }
  return placeIn(field.segment, node.end > node.start ? node : field.key);
}

const bareIn = (field: Field, apart: readonly string[]): readonly string[] =>
  field.bare ? [field.name] : field.fields || apart.includes(field.name) ? [] : bareKeys(field);

/** Keys without a colon in a field's own flow mapping: the tail of a value that was cut at a comma, reported as that. */
function bareKeys(field: Field): readonly string[] {
  const bare: string[] = [];
  eachMapping(field.value, (mapping) => {
    for (const { key, bare: isBare } of mapping.pairs) if (isBare && key.kind === "scalar") bare.push(key.text);
  });
  return bare;
}

function eachMapping(node: Node, visit: (mapping: Mapping, name: string) => void, name = ""): void {
  if (node.kind === "sequence") for (const item of node.items) eachMapping(item, visit, name);
  if (node.kind !== "mapping") return;
  visit(node, name);
  for (const { key, value } of node.pairs) eachMapping(value, visit, key.kind === "scalar" ? key.text : "");
}

/** Values cut at a comma, and keys written twice, in everything that these fields hold. */
function mappingsIn(fields: readonly Field[]): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const visit = (field: Field) => {
    for (const inner of field.fields ?? []) visit(inner);
    if (field.fields) problems.push(...repeatedKeys(field.fields));
    else
      eachMapping(
        field.value,
        (mapping, name) => {
          if (mapping.flow) problems.push(...cutValues(field.segment, mapping));
          if (mayRepeat(mapping.pairs)) problems.push(...repeatedKeys(fieldsOfPairs(field.segment, mapping.pairs), name));
        },
        field.name,
      );
  };
  for (const field of fields) visit(field);
  return problems;
}

/** `{text: In the past 6 months, have you …}`: the value ends at the comma, and its rest is read as a key without a value. */
function cutValues(segment: Segment, { pairs, flow }: Mapping): LocalProblem[] {
  if (!flow) return [];
  const problems: LocalProblem[] = [];
  for (let i = 1; i < pairs.length; i++) {
    const [before, from] = [pairs[i - 1], pairs[i]];
    if (
      !from?.bare ||
      !before ||
      before.bare ||
      before.value.kind !== "scalar" ||
      before.value.style !== "plain" ||
      before.value.text === ""
    )
      continue;
    let last = i;
    while (pairs[last + 1]?.bare) last++;
    const range = { start: before.value.start, end: pairs[last]?.key.end ?? from.key.end };
    const text = segment.text.slice(range.start, range.end);
    problems.push({
      code: "truncated-flow-value",
      severity: "error",
      message: `inside { } this value ends at the comma, after "${before.value.text}": put all of it in quotation marks`,
      at: placeIn(segment, range),
      related: [],
      fixes: [{ title: "Put the value in quotation marks", safe: true, edits: [{ at: placeIn(segment, range), newText: quote(text) }] }],
    });
    i = last;
  }
  return problems;
}

const NAMED = new Set(["bands", "cutoffs", "band_sets", "groups"]);

/** Whether two keys may be the same, as a glance at them tells. */
function mayRepeat(pairs: Mapping["pairs"]): boolean {
  if (pairs.length > FEW) return true;
  for (let i = 1; i < pairs.length; i++) {
    const key = pairs[i]?.key;
    if (key?.kind !== "scalar") continue;
    for (let j = 0; j < i; j++) {
      const other = pairs[j]?.key;
      if (other?.kind === "scalar" && String(other.value) === String(key.value)) return true;
    }
  }
  return false;
}

/** Of more keys it takes longer to compare each with each than to put them into a table. */
const FEW = 12;

/** A key that stands twice in one mapping. Codes are compared as YAML reads them: `01` and `1` are one number. */
function repeatedKeys(fields: readonly Field[], name = ""): LocalProblem[] {
  const first = new Map<string, Field>();
  const problems: LocalProblem[] = [];
  for (const field of fields) {
    if (field.key.kind !== "scalar" || field.bare) continue;
    const key = `${typeof field.key.value} ${String(field.key.value)}`;
    const known = first.get(key);
    if (!known) {
      first.set(key, field);
      continue;
    }
    const code = name === "options" ? "duplicate-code" : NAMED.has(name) ? "duplicate-id" : "duplicate-key";
    const message =
      code === "duplicate-code"
        ? `code "${field.name}" stands for two options${known.name === field.name ? "" : ` ("${known.name}" and "${field.name}" are the same number)`}`
        : code === "duplicate-id"
          ? `"${field.name}" is the name of two entries: every name is used once`
          : `"${field.name}" is written twice: only one of the two can count`;
    problems.push({
      code,
      severity: "error",
      message,
      at: placeIn(field.segment, field.key),
      related: [{ message: `the first "${known.name}"`, at: placeIn(known.segment, known.key) }],
      fixes: [],
    });
  }
  return problems;
}
