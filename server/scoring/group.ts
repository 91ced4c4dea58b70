import { compile } from "../expression/compile.ts";
import type { Binding, Reader } from "../expression/environment.ts";
import type { Expression } from "../expression/expression.ts";
import { isNumber, listOf, type Value } from "../expression/value.ts";
import type { Instrument, Score } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import { roundTo } from "../number/round.ts";
import { codeOf } from "./covariate.ts";
import { personBinding, plainValue, scoreValue, spanIds } from "./formula.ts";
import type { Person } from "./person.ts";
import type { CompiledInstrument } from "./pipeline.ts";
import { MISSING, type ScoreValue } from "./result.ts";
import { transformed } from "./transform.ts";

/** One row of group scores. */
export interface GroupRow {
  readonly score: string;
  /** The item or score whose codes make the groups; empty where there are none. */
  readonly by: string;
  /** `ALL` for the whole sample, else the code. */
  readonly group: string;
  /** People with an answer to what the score reads; of several names the one with the fewest, because that is what could give someone away. */
  readonly n: number;
  readonly value: ScoreValue;
  /** True where the group is smaller than `smallest_group`: the value is withheld. */
  readonly suppressed: boolean;
}

/** Collects people and then computes the scores of their groups. */
export interface GroupCollector {
  add(person: Person): void;
  rows(): readonly GroupRow[];
}

/**
 * The scores with `level: group`, for the whole sample and for each code of `by`. In their formulas a name stands for the column of all people of the
 * group, missing left out. A group in which nobody answered has no row; who has no code is in the whole sample only.
 */
export function groupCollector(compiled: CompiledInstrument): GroupCollector {
  const { instrument, faulty } = compiled;
  const plans = instrument.scores
    .values()
    .flatMap((score) => (score.level === "group" && !faulty.has(score.id) ? [planOf(compiled, score)] : []));
  const samples = plans.map(() => new Map<string, Column[]>());
  return {
    add(person) {
      for (const [place, plan] of plans.entries()) {
        const values = plan.slots.map(({ read }) => read(person));
        const code = plan.score.by === undefined ? undefined : codeOf(plan.score.by, person);
        for (const group of code === undefined ? [ALL] : [ALL, code]) push(samples[place], group, values);
      }
    },
    rows: () => plans.flatMap((plan, place) => rowsOf(instrument, plan, samples[place] ?? new Map())),
  };
}

const ALL = "ALL";

type Column = Value[];
type Columns = readonly Column[];

function push(groups: Map<string, Column[]> | undefined, group: string, values: readonly Value[]): void {
  const columns = groups?.get(group) ?? values.map((): Column => []);
  for (const [place, value] of values.entries()) columns[place]?.push(value);
  groups?.set(group, columns);
}

/** What a group score reads of each person, and how it is computed from the columns. */
interface Plan {
  readonly score: Score;
  readonly slots: readonly { readonly name: string; readonly read: Reader<Person> }[];
  readonly compute: (columns: Columns) => ScoreValue;
  /** Groups with fewer people are withheld: the strictest of the score and of the group scores that it uses, or it would give theirs away. */
  readonly smallest: number;
}

function planOf(compiled: CompiledInstrument, score: Score): Plan {
  const slots: Slots = { read: [], smallest: 0 };
  const compute = computation(compiled, score, slots, new Set());
  return { score, slots: slots.read, compute, smallest: slots.smallest };
}

/** What is gathered while the formulas of one group score, and of those that it uses, are compiled. */
interface Slots {
  readonly read: { name: string; read: Reader<Person> }[];
  smallest: number;
}

function computation(
  compiled: CompiledInstrument,
  score: Score,
  slots: Slots,
  open: ReadonlySet<string>,
): (columns: Columns) => ScoreValue {
  slots.smallest = Math.max(slots.smallest, score.smallestGroup ?? 0);
  const binding = columnBinding(compiled, slots, new Set([...open, score.id]));
  const reader = (tree: Expression): Reader<Columns> => compile(tree, binding);
  const when = score.when && reader(score.when);
  const value = score.value && reader(score.value);
  const cases = (score.cases ?? []).map(({ when, is }) => ({
    when: when && reader(when),
    is,
    value: is.kind === "expression" ? reader(is.value) : undefined,
  }));
  return (columns) => {
    if (when !== undefined && when(columns) !== true) return MISSING;
    if (value !== undefined) return finished(compiled, score, scoreValue(value(columns)));
    for (const each of cases) {
      const truth = each.when === undefined ? true : each.when(columns);
      if (truth === false) continue;
      if (truth !== true) return MISSING;
      return finished(
        compiled,
        score,
        each.value === undefined ? (each.is.kind === "expression" ? MISSING : each.is) : scoreValue(each.value(columns)),
      );
    }
    return MISSING;
  };
}

/** Transform and rounding of a group's value. Steps that need a person or the range of one score's entries have no meaning here. */
function finished(compiled: CompiledInstrument, score: Score, raw: ScoreValue): ScoreValue {
  if (raw.kind !== "number") return raw;
  let { value } = raw;
  for (const step of score.transform) {
    const lookup = step.kind === "lookup" ? compiled.lookup(step.table) : undefined;
    const after = lookup?.by.length ? undefined : transformed(step, value, { lookup }, []);
    if (after === undefined) return MISSING;
    value = after;
  }
  return { kind: "number", value: score.round?.mode === undefined ? value : roundTo(value, score.round.to, score.round.mode) };
}

/** A name stands for the column of a group; a name of another group score for its value in the same group. */
function columnBinding(compiled: CompiledInstrument, slots: Slots, open: ReadonlySet<string>): Binding<Columns> {
  const { instrument } = compiled;
  const person = personBinding(instrument, compiled.lookup);
  const slot = (name: string, read: Reader<Person>): Reader<Columns> => {
    const place = slots.read.push({ name, read }) - 1;
    return (columns) => listOf(columns[place] ?? [], true);
  };
  const groupScore = (id: string): Reader<Columns> | undefined => {
    const score = instrument.items.has(id) ? undefined : instrument.scores.get(id);
    if (score?.level !== "group" || open.has(id)) return undefined;
    const compute = computation(compiled, score, slots, open);
    return (columns) => plainValue(compute(columns));
  };
  return {
    value: (id) => groupScore(id) ?? slot(id, person.value(id)),
    scored: (id) => groupScore(id) ?? slot(id, person.scored(id)),
    property: (id, property) => slot(`${id}.${property}`, person.property(id, property)),
    span: (first, last) => spanIds(instrument, first, last),
    lookup: (table) => {
      const lookup = compiled.lookup(table);
      return (_, value) => (lookup !== undefined && lookup.by.length === 0 && isNumber(value) ? (lookup.find(value, []) ?? null) : null);
    },
  };
}

function rowsOf(instrument: Instrument, plan: Plan, groups: ReadonlyMap<string, Columns>): GroupRow[] {
  const codes = [...groups.keys()].filter((code) => code !== ALL).sort(inOrderOf(instrument, plan.score.by));
  return [ALL, ...codes].flatMap((group): GroupRow[] => {
    const columns = groups.get(group) ?? plan.slots.map(() => []);
    const counts = namedCounts(plan, columns);
    if (group !== ALL && counts.every((count) => count === 0)) return [];
    const n = Math.min(...counts);
    const suppressed = n < plan.smallest;
    return [{ score: plan.score.id, by: plan.score.by ?? "", group, n, value: suppressed ? MISSING : plan.compute(columns), suppressed }];
  });
}

/** How many people have each name that the score reads; where it reads none, nobody. */
function namedCounts(plan: Plan, columns: Columns): number[] {
  const counts = new Map<string, number>();
  for (const [place, { name }] of plan.slots.entries()) {
    const count = (columns[place] ?? []).filter((value) => value !== null).length;
    counts.set(name, Math.max(count, counts.get(name) ?? 0));
  }
  return counts.size === 0 ? [0] : [...counts.values()];
}

/** Groups stand in the order of the options where there are some, then by their code. */
function inOrderOf(instrument: Instrument, by: string | undefined): (a: string, b: string) => number {
  const item = by === undefined ? undefined : instrument.items.get(by);
  const codes = (item && responseOf(instrument, item))?.options.map(({ code }) => code) ?? [];
  const place = (code: string): number => (codes.includes(code) ? codes.indexOf(code) : codes.length);
  return (a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}
