import { analyse } from "../../server/analysis/engine.ts";
import { keyOf } from "../../server/expression/range/pointValue.ts";
import type { Instrument, Item } from "../../server/model/instrument.ts";
import { possibleAnswers, responseOf } from "../../server/model/resolve.ts";
import { type Exact, exact } from "../../server/number/exact.ts";
import { type Answer, BLANK, readAnswer } from "../../server/scoring/answers.ts";
import { plainValue } from "../../server/scoring/formula.ts";
import { type CompiledInstrument, compileInstrument } from "../../server/scoring/pipeline.ts";
import { instrumentGraph, type PossibleRange, possibleRange } from "../../server/scoring/range.ts";

/** What going through all answer sheets says against the proved ranges of an instrument. */
export interface Verdict {
  readonly wrong: readonly string[];
  readonly compared: number;
  readonly exact: number;
  readonly faulty: number;
}

/** Scores every possible answer sheet and compares all that came up with what was proved. */
export function difference(text: string, effort?: number): Verdict {
  const { instrument } = analyse(text);
  const graph = instrumentGraph(instrument, { effort });
  const compiled = compileInstrument(instrument, {
    rangeOfScore: (id) => {
      const range = possibleRange(instrument, id, graph);
      return range && { low: range.min, high: range.max, attainable: range.attainable };
    },
    rangeOfFormula: (id) => graph.completeEnds(id),
  });
  const reached = bruteForce(compiled);
  const wrong: string[] = [];
  let exact = 0;
  for (const id of compiled.order) {
    const range = possibleRange(instrument, id, graph);
    if (range === undefined) wrong.push(`${id} has no range`);
    else {
      if (range.exact) exact++;
      wrong.push(...compare(range, reached.get(id) ?? new Set()).map((each) => `${id}: ${each}`), ...witnesses(compiled, id, range));
    }
  }
  return { wrong, compared: compiled.order.length, exact, faulty: compiled.faulty.size };
}

/** The keys of all values that each score takes over all admissible answer sheets. */
export function bruteForce(compiled: CompiledInstrument): Map<string, Set<string>> {
  const reached = new Map<string, Set<string>>(compiled.order.map((id) => [id, new Set()]));
  for (const answers of sheets(compiled.instrument)) {
    const person = compiled.score((item) => answers.get(item));
    if (!isAdmissible(compiled, answers, (id) => person.asked(id))) continue;
    for (const [id, values] of reached) values.add(keyOf(plainValue(person.result(id)?.value ?? { kind: "missing" })));
  }
  return reached;
}

/** Every answer sheet, also those with answers to what is not asked. The same map is filled again for each. */
export function* sheets(instrument: Instrument): Generator<ReadonlyMap<string, Answer>> {
  const items = instrument.items.values();
  const choices = items.map((item) => cells(instrument, item).map((cell) => readAnswer(instrument, item, cell).answer));
  const sheet = new Map<string, Answer>();
  yield* from(0);

  function* from(place: number): Generator<ReadonlyMap<string, Answer>> {
    const item = items[place];
    if (item === undefined) yield sheet;
    else {
      for (const answer of choices[place] ?? []) {
        sheet.set(item.id, answer);
        yield* from(place + 1);
      }
    }
  }
}

/** Everything that a data file can hold for an item. */
function cells(instrument: Instrument, item: Item): readonly string[] {
  const response = responseOf(instrument, item);
  if (response?.type === "multiple") {
    const sets: string[][] = [[]];
    for (const { code } of response.options) for (const set of sets.slice()) sets.push([...set, code]);
    const exclusive = new Set(response.options.filter((option) => option.exclusive).map(({ code }) => code));
    return sets.filter((set) => set.length < 2 || !set.some((code) => exclusive.has(code))).map((set) => set.join(";"));
  }
  const possible = possibleAnswers(instrument, item);
  const codes = possible?.kind === "codes" ? possible.answers.map(({ code }) => code) : [];
  return [...codes, ...(response?.options ?? []).filter(({ missing }) => missing).map(({ code }) => code), ""];
}

/** Nothing is answered that is known not to be asked, and no option is chosen that is not offered. */
function isAdmissible(
  compiled: CompiledInstrument,
  answers: ReadonlyMap<string, Answer>,
  asked: (id: string) => boolean | undefined,
): boolean {
  for (const item of compiled.instrument.items.values()) {
    const answer = answers.get(item.id) ?? BLANK;
    if (answer.kind === "missing" && answer.why === "blank") continue;
    if (asked(item.id) === false) return false;
    // The only condition of an option in these instruments.
    const i1 = answers.get("i1");
    const offered = answer.kind !== "point" || answer.option?.when === undefined || i1?.kind !== "point" || i1.code === "1";
    if (!offered) return false;
  }
  return true;
}

function compare(range: PossibleRange, reached: ReadonlySet<string>): string[] {
  const wrong: string[] = [];
  const numbers = [...reached].filter((key) => /^-?\d/.test(key));
  const sorted = numbers.map(exactOf).sort((a, b) => a.compare(b));
  const [min, max] = [sorted[0], sorted.at(-1)];
  const shown = (from: Exact | undefined, to: Exact | undefined): string => `${from?.toFraction()}..${to?.toFraction()}`;
  const same = (a: Exact | undefined, b: Exact | undefined): boolean => (a === undefined || b === undefined ? a === b : a.equals(b));
  if (range.exact && (!same(range.min, min) || !same(range.max, max)))
    wrong.push(`proved ${shown(range.min, range.max)}, reached ${shown(min, max)}`);
  const [tooHigh, tooLow] = [min && range.min?.gt(min), max && range.max?.lt(max)];
  if (!range.exact && (tooHigh === true || tooLow === true))
    wrong.push(`bounded ${shown(range.min, range.max)}, reached ${shown(min, max)}`);
  if (range.attainable !== undefined) {
    const listed = range.attainable.map((value) => keyOf(value)).sort();
    if (listed.join() !== numbers.sort().join()) wrong.push(`listed ${listed.join()}, reached ${numbers.sort().join()}`);
  }
  const others = [...reached].filter((key) => key !== "-" && !/^-?\d/.test(key)).sort();
  const values = (range.values ?? []).map((value) => keyOf(value)).sort();
  const lost = others.filter((key) => !values.includes(key));
  if (lost.length > 0) wrong.push(`misses ${lost.join()}`);
  for (const value of range.values ?? []) {
    const { possible } = range.gives(value);
    if (possible === "no" || (possible === "yes" && !others.includes(keyOf(value))))
      wrong.push(`${String(value)} is ${possible}, reached ${others.join()}`);
  }
  return wrong;
}

/** The number of a key as `keyOf` writes it. */
function exactOf(key: string): Exact {
  const [numerator = "0", denominator = "1"] = key.split("/");
  return exact(BigInt(numerator), BigInt(denominator));
}

/** Answers that are said to reach an end do so, and every end that is said to be reached has some. */
export function witnesses(compiled: CompiledInstrument, id: string, range: PossibleRange): string[] {
  const wrong: string[] = [];
  for (const [name, end, is, witness] of [
    ["min", range.min, range.minReached, range.witness?.min],
    ["max", range.max, range.maxReached, range.witness?.max],
  ] as const) {
    if (!is || end === undefined) continue;
    if (witness === undefined) wrong.push(`${id}: no witness for ${name}`);
    else wrong.push(...check(compiled, id, witness, keyOf(end), name));
  }
  for (const value of [...(range.values ?? []), null]) {
    const reach = range.gives(value);
    if (reach.possible !== "yes") continue;
    if (reach.witness === undefined) wrong.push(`${id}: no witness for ${String(value)}`);
    else wrong.push(...check(compiled, id, reach.witness, keyOf(value), String(value)));
  }
  return wrong;
}

function check(compiled: CompiledInstrument, id: string, witness: ReadonlyMap<string, string>, key: string, name: string): string[] {
  const answers = new Map<string, Answer>();
  for (const [item, cell] of witness) {
    const known = compiled.instrument.items.get(item);
    if (known !== undefined) answers.set(item, readAnswer(compiled.instrument, known, cell).answer);
  }
  const person = compiled.score((item) => answers.get(item));
  const found = keyOf(plainValue(person.result(id)?.value ?? { kind: "missing" }));
  const wrong = found === key ? [] : [`${id}: witness of ${name} (${[...witness].join(" ")}) gives ${found}, not ${key}`];
  return isAdmissible(compiled, answers, (item) => person.asked(item))
    ? wrong
    : [...wrong, `${id}: witness of ${name} answers what is not asked`];
}
