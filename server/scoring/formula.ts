import { compile } from "../expression/compile.ts";
import type { Binding } from "../expression/environment.ts";
import type { Expression } from "../expression/expression.ts";
import { isNumber, type Value } from "../expression/value.ts";
import type { Instrument } from "../model/instrument.ts";
import { expandSpan } from "../model/resolve.ts";
import type { Answer } from "./answers.ts";
import { codesOf } from "./covariate.ts";
import type { Lookup } from "./norms.ts";
import type { Person } from "./person.ts";
import { MISSING, type ScoreValue } from "./result.ts";

/** A formula made ready: the value that it has for a person. */
export type Formula = (person: Person) => ScoreValue;

export function formula(instrument: Instrument, lookup: (table: string) => Lookup | undefined, tree: Expression): Formula {
  const read = compile(tree, personBinding(instrument, lookup));
  return (person) => scoreValue(read(person));
}

/** A condition made ready: true, false, or undefined where it cannot be decided. */
export function condition(
  instrument: Instrument,
  lookup: (table: string) => Lookup | undefined,
  tree: Expression,
): (person: Person) => boolean | undefined {
  const read = compile(tree, personBinding(instrument, lookup));
  return (person) => {
    const value = read(person);
    return typeof value === "boolean" ? value : undefined;
  };
}

/** What the names of a formula mean for one person: a bare item is its answer as given, a score its value. */
export function personBinding(instrument: Instrument, lookup: (table: string) => Lookup | undefined): Binding<Person> {
  const score =
    (id: string) =>
    (person: Person): Value =>
      plainValue(person.result(id)?.value ?? MISSING);
  return {
    value: (id) => (instrument.items.has(id) ? (person) => answerValue(person.answer(id)) : score(id)),
    scored: (id) => (instrument.items.has(id) ? (person) => person.scored(id) ?? null : score(id)),
    property: (id, property) => (person) => plainValue(person.result(id)?.properties.get(property) ?? MISSING),
    span: (first, last) => spanIds(instrument, first, last),
    lookup: (table) => {
      const found = lookup(table);
      return (person, value) => {
        const codes = found === undefined || !isNumber(value) ? undefined : codesOf(found.by, person);
        return found === undefined || !isNumber(value) || codes === undefined ? null : (found.find(value, codes) ?? null);
      };
    },
  };
}

/** The names from the first to the last; none where there is no such span. */
export function spanIds(instrument: Instrument, first: string, last: string): readonly string[] {
  const ids = expandSpan(instrument, first, last);
  return typeof ids === "string" ? [] : ids;
}

/** An answer as a formula sees it: an option is its code, as a number where it was written as one. */
export function answerValue(answer: Answer): Value {
  switch (answer.kind) {
    case "missing":
      return null;
    case "point":
      return answer.number ?? answer.code;
    case "codes":
      return answer;
    case "moment":
    case "structural":
      return answer.value;
    case "text":
      return answer.text;
  }
}

/** The value of a score as a formula sees it. */
export function plainValue(value: ScoreValue): Value {
  return value.kind === "missing" ? null : value.value;
}

/** What a formula gives as the value of a score. A list or several codes are no value of a score, which the checker has reported. */
export function scoreValue(value: Value): ScoreValue {
  if (value === null) return MISSING;
  if (typeof value === "string") return { kind: "text", value };
  if (typeof value === "boolean") return { kind: "truth", value };
  if (isNumber(value)) return { kind: "number", value };
  return value.kind === "list" || value.kind === "codes" ? MISSING : { kind: "moment", value };
}
