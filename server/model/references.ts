import type { Expression, Name } from "../expression/expression.ts";
import { partsOf } from "../expression/walk.ts";
import { keptWith } from "../keptWith.ts";
import { remember } from "../remember.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import { scalarMap } from "../syntax/scalarMap.ts";
import type { Node } from "../syntax/tree.ts";
import type { Delphi } from "./delphi.ts";
import type { Bands, Entry, Recode, Response, ScoringTest, Text } from "./instrument.ts";
import { fieldOf, origins } from "./origins.ts";
import type { Part } from "./parts.ts";

/** What kind of thing a name must be. Items and scores share one namespace. */
export type Target = "item or score" | "item" | "score" | "response" | "recode" | "table" | "section" | "statement";

/** One place that names something. */
export interface Reference {
  readonly target: Target;
  readonly id: string;
  readonly at: Place;
  /** The other end of a span, set on its first end. */
  readonly last?: string;
  /** Whether it stands in a formula, whose names the formula's own check looks up. */
  readonly inFormula: boolean;
}

const KEPT = keptWith<Part, readonly Reference[]>();

/** Every name that a part uses, where it stands. A name in several roles is given once for each place. */
export function referencesOf(part: Part): readonly Reference[] {
  return remember(KEPT, part, () => collect(part));
}

function collect(part: Part): readonly Reference[] {
  const found: Reference[] = [];
  const adds =
    (inFormula: boolean): Add =>
    (target, id, at, last) => {
      if (id && at) found.push({ target, id, at, inFormula, ...(last ? { last } : {}) });
    };
  const add = adds(false);
  const formula = (tree: Expression | undefined) => tree && formulaNames(tree, adds(true));
  const text = (owner: object, value: Text | undefined, property: string) => value && pipes(owner, property, add);
  const inResponse = (response: string | Response | undefined, owner: object) => {
    if (typeof response === "string") add("response", response, origins.value(owner as { response: unknown }, "response"));
    else for (const option of response?.options ?? []) formula(option.when);
  };
  const recode = (value: string | Recode | undefined, owner: object) => {
    if (typeof value === "string") add("recode", value, origins.value(owner as { recode: unknown }, "recode"));
  };

  switch (part.kind) {
    case "response":
      for (const option of part.value.options) formula(option.when);
      break;
    case "section":
      inResponse(part.value.response, part.value);
      formula(part.value.when);
      formula(part.value.screenOut);
      add("section", part.value.include, origins.value(part.value, "include"));
      text(part.value, part.value.title, "title");
      text(part.value, part.value.text, "text");
      break;
    case "item":
      inResponse(part.value.response, part.value);
      formula(part.value.when);
      for (const check of part.value.checks) formula(check.that);
      text(part.value, part.value.stem, "stem");
      text(part.value, part.value.help, "help");
      break;
    case "score": {
      const score = part.value;
      formula(score.when);
      formula(score.value);
      for (const row of score.cases ?? []) {
        formula(row.when);
        if (row.is.kind === "expression") formula(row.is.value);
      }
      for (const entry of score.entries ?? []) entryNames(entry, add, recode);
      recode(score.recode, score);
      for (const step of score.transform) if (step.kind === "lookup") add("table", step.table, origins.value(step, "table"));
      for (const [i, id] of score.missing?.always.entries() ?? [])
        add("item or score", id, score.missing && origins.value(score.missing, "always", i));
      if (score.by) add("item or score", score.by, origins.value(score, "by"));
      for (const bands of [score.bands, ...score.bandSets.values()])
        if (bands?.kind === "by") add("item or score", bands.by, origins.value(bands as Extract<Bands, { kind: "by" }>, "by"));
      for (const cutOff of score.cutOffs) if (cutOff.by) add("item or score", cutOff.by.item, origins.value(cutOff, "by"));
      break;
    }
    case "table":
      for (const [i, id] of part.value.by.entries()) add("item or score", id, origins.value(part.value, "by", i));
      break;
    case "effect":
      formula(part.value.outcome);
      if (part.value.predictor) add("item or score", part.value.predictor, origins.value(part.value, "predictor"));
      break;
    case "test":
      testNames(part.value, add);
      break;
    case "delphi":
      studyNames(part.value, inResponse, add);
      break;
    default:
  }
  return found;
}

function studyNames(study: Delphi, inResponse: (response: string | Response | undefined, owner: object) => void, add: Add): void {
  for (const group of study.statementGroups.values()) inResponse(group.response, group);
  for (const round of study.rounds) inResponse(round.response, round);
  for (const statement of study.statements.values()) {
    for (const [i, id] of statement.replaces.entries()) add("statement", id, origins.value(statement, "replaces", i));
    add("statement", statement.mergedInto, origins.value(statement, "mergedInto"));
  }
}

type Add = (target: Target, id: string | undefined, at: Place | undefined, last?: string) => void;

function formulaNames(tree: Expression, add: Add): void {
  if (tree.kind === "name") {
    add("item or score", tree.id, partOfNode(tree, tree.head));
    return;
  }
  if (tree.kind === "span") {
    add("item or score", tree.first.id, partOfNode(tree.first, tree.first.head), tree.last.id);
    add("item or score", tree.last.id, partOfNode(tree.last, tree.last.head));
    return;
  }
  if (tree.kind === "call") {
    tree.arguments.forEach((argument, i) => {
      const isTable = i === 1 && argument.kind === "name" && (tree.function.text === "lookup" || tree.function.text === "percentile");
      if (isTable) add("table", tableName(argument), partOfNode(argument, argument));
      else formulaNames(argument, add);
    });
    // Named arguments are numbers and words; a name among them (`mode=half_up`) names nothing of the document.
    for (const { value } of tree.named) if (value.kind !== "name") formulaNames(value, add);
    return;
  }
  for (const part of partsOf(tree)) formulaNames(part, add);
}

/** A table of a library has the library's name before a dot, which reads as a property. */
const tableName = ({ id, property }: Name) => (property === undefined ? id : `${id}.${property}`);

function partOfNode(node: Expression, range: { start: number; end: number }): Place | undefined {
  const place = origins.node(node);
  return place && placeIn(place.segment, range);
}

function entryNames(entry: Entry, add: Add, recode: (value: string | Recode | undefined, owner: object) => void): void {
  const whole = origins.whole(entry);
  const from = whole.start + (entry.minus ? 1 : 0);
  const text = whole.segment.text;
  const written = text.slice(whole.start, whole.end);
  const plain = written.startsWith(`${entry.minus ? "-" : ""}${entry.first}`);
  add("item or score", entry.first, plain ? placeIn(whole.segment, { start: from, end: from + entry.first.length }) : whole, entry.last);
  if (entry.last)
    add(
      "item or score",
      entry.last,
      plain && written.endsWith(entry.last) ? placeIn(whole.segment, { start: whole.end - entry.last.length, end: whole.end }) : whole,
    );
  recode(entry.recode, entry);
}

function testNames(test: ScoringTest, add: Add): void {
  for (const answer of test.answers) {
    const key = origins.name(answer);
    const plain = key.segment.text.slice(key.start, key.end).startsWith(answer.first);
    add("item", answer.first, plain ? placeIn(key.segment, { start: key.start, end: key.start + answer.first.length }) : key, answer.last);
    if (answer.last) add("item", answer.last, plain ? placeIn(key.segment, { start: key.end - answer.last.length, end: key.end }) : key);
  }
  for (const expected of test.expect) {
    const key = origins.name(expected);
    const plain = key.segment.text.slice(key.start, key.end).startsWith(expected.name);
    add("score", expected.name, plain ? placeIn(key.segment, { start: key.start, end: key.start + expected.name.length }) : key);
  }
}

const PIPE = /\{([a-z][a-z0-9_]*)\}/g;

/** `{item_id}` inside a text pipes an earlier answer. */
function pipes(owner: object, property: string, add: Add): void {
  const field = fieldOf(owner as Record<string, unknown>, property);
  if (!field) return;
  const scalars: Node[] = field.value.kind === "mapping" ? field.value.pairs.map((pair) => pair.value) : [field.value];
  for (const scalar of scalars) {
    if (scalar.kind !== "scalar" || !scalar.text.includes("{")) continue;
    const locate = scalarMap(field.segment.text, scalar);
    for (const match of scalar.text.matchAll(PIPE))
      add("item or score", match[1], placeIn(field.segment, locate(match.index + 1, match.index + match[0].length - 1)));
  }
}
