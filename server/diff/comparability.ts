import { printFormula } from "../expression/printFormula.ts";
import type { Instrument, Score } from "../model/instrument.ts";
import { readNames, readProperties } from "../model/resolve/readNames.ts";
import { formulasOf, membersOf, routingOf } from "../model/resolve.ts";
import type { Change } from "./change.ts";
import type { Matched } from "./renamed.ts";

/** Whether the values of a score in the two versions may be put together, and why not. */
export interface Comparability {
  /** By its new id; of a removed score its old one. */
  readonly score: string;
  readonly formerly?: string;
  readonly comparable: "yes" | "with care" | "no" | "new" | "gone";
  readonly reasons: readonly string[];
}

/** How a reason begins that is a change to what decides whether an item is asked. */
const askedOn = (item: string): string => `whether "${item}" is asked rests on it: `;

const comparedWith = (item: string): string => `whom a value is compared with rests on "${item}": `;

/** The change that a reason is. */
export const changeIn = (reason: string): string =>
  reason.replace(/^(?:whether "[^"]*" is asked rests on it|whom a value is compared with rests on "[^"]*"): /, "");

/** What the changes do to each score, through everything that it rests on. */
export function comparability(now: Instrument, scores: Matched, changes: readonly Change[]): readonly Comparability[] {
  const known = new Map<string, Judged>();
  const open = new Set<string>();
  const of = (id: string): Judged | undefined => {
    const score = now.scores.get(id);
    if (score === undefined || open.has(id)) return undefined;
    const made = known.get(id);
    if (made) return made;
    open.add(id);
    const found = judged(now, score, scores, changes, of);
    open.delete(id);
    known.set(id, found);
    return found;
  };
  const gone = scores.removed.map((score): Comparability => ({ score, comparable: "gone", reasons: [] }));
  return [...now.scores.ids().flatMap((id) => of(id)?.verdict ?? []), ...gone];
}

interface Judged {
  readonly verdict: Comparability;
  /** Whether its value is to be compared with care, and not only a band or a cut-off that is told beside it. */
  readonly isValueChanged: boolean;
  /** Of bands and cut-offs that go by an item (`band`, their names) why the same value gets another one. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

function judged(
  now: Instrument,
  score: Score,
  scores: Matched,
  changes: readonly Change[],
  of: (id: string) => Judged | undefined,
): Judged {
  const { id } = score;
  if (scores.added.includes(id))
    return { verdict: { score: id, comparable: "new", reasons: [] }, isValueChanged: true, outputs: new Map() };
  const breaks = new Set<string>();
  const care = new Set<string>();
  const beside = new Set<string>();
  const note = (change: Change) => {
    if (change.effect === "breaks" || change.effect === "weighed") breaks.add(change.message);
    else if (change.effect === "care") (change.outputs ? beside : care).add(change.message);
  };
  const formulas = formulasOf(score);
  const properties = new Set(formulas.flatMap((formula) => [...readProperties(formula)]));
  const rests = (name: string) => {
    const other = of(name);
    // Another edge of a band leaves the value as it was, and what reads the band gets another one.
    for (const { outputs, concerns, message } of changes)
      if (concerns.includes(name) && outputs?.some((output) => properties.has(`${name}.${output}`))) breaks.add(message);
    for (const [output, reasons] of other?.outputs ?? [])
      if (properties.has(`${name}.${output}`)) for (const reason of reasons) breaks.add(reason);
    const comparable = other?.verdict.comparable;
    if (comparable === "no") breaks.add(`it rests on "${name}"`);
    else if (comparable === "with care" && other?.isValueChanged) care.add(`it rests on "${name}"`);
    else if (comparable === "new") breaks.add(`it rests on "${name}", which is new`);
  };
  for (const change of changes) if (change.concerns.includes(id) && !now.items.has(id)) note(change);
  const asScored = formulas.some((formula) => printFormula(formula).includes("scored("));
  const bare = new Set(formulas.flatMap((formula) => readNames(now, formula)));
  const members = membersOf(now, score).members.map((member) => member.id);
  for (const name of new Set([...bare, ...members])) {
    const item = now.items.get(name);
    if (item === undefined) {
      rests(name);
      continue;
    }
    for (const change of changes) {
      if (!change.concerns.includes(name)) continue;
      // What the answers to a member count was compared answer by answer; a formula reads codes, and scores where it says so.
      if (change.effect !== "weighed") note(change);
      else if (bare.has(name) && (change.class === "code" || asScored)) note(change);
    }
    for (const condition of routingOf(now, item)) {
      for (const read of readProperties(condition)) properties.add(read);
      for (const asked of readNames(now, condition)) {
        if (!now.items.has(asked)) rests(asked);
        for (const change of changes)
          if (isOfAnswers(change, asked) && now.items.has(asked)) breaks.add(`${askedOn(name)}${change.message}`);
      }
    }
  }
  const reasonsOf = (covariate: string) =>
    changes.flatMap((change) => (isOfAnswers(change, covariate) ? [`${comparedWith(covariate)}${change.message}`] : []));
  for (const name of covariatesOf(now, score)) for (const reason of reasonsOf(name)) breaks.add(reason);
  const outputs = new Map([...outputCovariates(score)].map(([output, names]) => [output, names.flatMap(reasonsOf)]));
  for (const reason of [...outputs.values()].flat()) beside.add(reason);
  const formerly = scores.renamed.get(id);
  const cautions = [...care, ...beside];
  const verdict: Comparability = {
    score: id,
    ...(formerly === undefined ? {} : { formerly }),
    comparable: breaks.size > 0 ? "no" : cautions.length > 0 ? "with care" : "yes",
    reasons: breaks.size > 0 ? [...breaks] : cautions,
  };
  return { verdict, isValueChanged: breaks.size + care.size > 0, outputs };
}

/** Whether the answers to an item say something else than they did. */
const isOfAnswers = ({ effect, class: kind, concerns }: Change, item: string): boolean =>
  (effect === "breaks" || (effect === "weighed" && kind === "code")) && concerns.includes(item);

/** The items that say which norms or which group the value of a person belongs to. */
function covariatesOf({ tables }: Instrument, { transform, by }: Score): ReadonlySet<string> {
  return new Set([
    ...(by === undefined ? [] : [by]),
    ...transform.flatMap((step) => (step.kind === "lookup" ? (tables.get(step.table)?.by ?? []) : [])),
  ]);
}

/** The items by which bands and cut-offs go, for each that is read of a score (`total.band`). */
function outputCovariates({ bands, bandSets, cutOffs }: Score): ReadonlyMap<string, readonly string[]> {
  const sets = [...(bands ? [["band", bands] as const] : []), ...bandSets];
  return new Map([
    ...sets.map(([name, set]) => [name, set.kind === "bands" ? [] : [set.by]] as const),
    ...cutOffs.map(({ name }) => [name, cutOffs.flatMap((one) => (one.name === name && one.by ? [one.by.item] : []))] as const),
  ]);
}
