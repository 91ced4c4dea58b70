import { printDate, printTime } from "../../expression/moment.ts";
import { printValue } from "../../expression/printValue.ts";
import { memberOf } from "../../expression/range/interval.ts";
import { valueFor } from "../../expression/range/pointValue.ts";
import type { Choices } from "../../expression/range/proof.ts";
import { type Free, operandsOf, type Quantity } from "../../expression/range/quantity.ts";
import { isKind, isNumber, type Value } from "../../expression/value.ts";
import { exactDecimal, printExact } from "../../number/print.ts";
import type { InstrumentGraph } from "./instrumentGraph.ts";

/** Answers by item as the cells of a data file hold them, in document order; items that are not there are blank. */
export type Witness = ReadonlyMap<string, string>;

/** The answers behind the choices of all inputs of a quantity. An input without a choice is left blank. */
export function witnessOf({ instrument, items }: InstrumentGraph, quantity: Quantity, choices: Choices): Witness {
  const cells: [string, string][] = [];
  for (const free of inputsOf(quantity)) {
    const cell = cellOf(free, choices, (sign) => items.meaning(free.name)(sign));
    if (cell !== "") cells.push([free.name, cell]);
  }
  cells.sort(([a], [b]) => instrument.items.indexOf(a) - instrument.items.indexOf(b));
  return new Map(cells);
}

function inputsOf(quantity: Quantity): readonly Free[] {
  const seen = new Set<Quantity>([quantity]);
  for (const part of seen) for (const operand of operandsOf(part)) seen.add(operand);
  return [...seen].filter((part) => part.kind === "free");
}

function cellOf(free: Free, choices: Choices, meaning: ReturnType<InstrumentGraph["items"]["meaning"]>): string {
  const choice = choices.get(free);
  const atom = choice === undefined ? free.outcomes.at(-1)?.atom : free.outcomes[choice.place]?.atom;
  if (atom === undefined) return "";
  // Any text would do; it only has to be there.
  if (atom.kind === "unknown") return "text";
  const value = atom.kind === "point" ? atom.value : valueFor(atom.measure, choice?.number ?? memberOf(atom));
  if (typeof value !== "string") return printCell(value);
  const answer = meaning(value);
  switch (answer.kind) {
    case "point":
      return answer.code;
    case "codes":
      return answer.codes.join(";");
    case "missing":
    case "text":
    case "moment":
      return answer.text;
    case "structural":
      return "";
  }
}

function printCell(value: Value): string {
  if (value === null) return "";
  if (isNumber(value)) return exactDecimal(value) ?? printExact(value);
  if (isKind(value, "time")) return printTime(value);
  if (isKind(value, "date")) return printDate(value);
  return isKind(value, "duration") ? `${printExact(value.minutes)} minutes` : printValue(value);
}
