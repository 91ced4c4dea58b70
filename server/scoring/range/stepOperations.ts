import { type Atom, type Outcome, point } from "../../expression/range/atom.ts";
import { outcomeOf } from "../../expression/range/interval.ts";
import { scaled } from "../../expression/range/linear.ts";
import { intervalOf } from "../../expression/range/numeric.ts";
import type { Operation } from "../../expression/range/operation.ts";
import { rounding } from "../../expression/range/operations/ofNumber.ts";
import { endsOfRows, piecewise, type ValueRow } from "../../expression/range/operations/piecewise.ts";
import { isNumber, type Value } from "../../expression/value.ts";
import type { Instrument, LookupTable, RoundingMode, TransformStep } from "../../model/instrument.ts";
import { type Exact, ONE, ZERO } from "../../number/exact.ts";
import { roundTo } from "../../number/round.ts";
import { type TransformMeans, transformed } from "../transform.ts";

/** One step of a transform; covariates of a table of norms follow the value. What is no number passes through. */
export function transformOperation(instrument: Instrument, step: TransformStep, means: TransformMeans): Operation {
  const line = step.kind === "lookup" ? undefined : lineOf(step, means);
  const rows = step.kind === "lookup" ? rowsOf(instrument.tables.get(step.table)) : undefined;
  return {
    key: keyOfStep(step, means),
    type: "any",
    apply: ([value = null, ...codes]) => {
      if (!isNumber(value)) return value;
      const written = codes.map((code) => (typeof code === "string" ? code : undefined));
      if (written.some((code) => code === undefined)) return null;
      return (
        transformed(
          step,
          value,
          means,
          written.map((code) => code ?? ""),
        ) ?? null
      );
    },
    spread: ([value]) => {
      if (value === undefined || (value.kind === "unknown" && value.type !== "text" && value.type !== "truth")) return undefined;
      if (!isNumeric(value)) return [{ atom: value }];
      if (step.kind === "lookup") return rows === undefined ? undefined : piecewise(rows, null)(value);
      return line === undefined ? [{ atom: point(null) }] : straight(value, line);
    },
    line: () => line && { factors: [line.factor], offset: line.offset },
    cuts: () => (rows === undefined ? [] : endsOfRows(rows)),
    back: (result) => (line === undefined || line.factor.equals(ZERO) ? undefined : result.sub(line.offset).div(line.factor)),
  };
}

/** The operation of looking a value up in the table that a formula names. */
export function lookupOperation(
  table: LookupTable | undefined,
  find: (value: Exact, codes: readonly string[]) => Exact | undefined,
): Operation {
  const rows = rowsOf(table);
  return {
    key: `lookup ${table?.id}`,
    type: "number",
    apply: ([value = null, ...codes]) => {
      const written = codes.map((code) => (typeof code === "string" ? code : undefined));
      if (!isNumber(value) || written.some((code) => code === undefined)) return null;
      return (
        find(
          value,
          written.map((code) => code ?? ""),
        ) ?? null
      );
    },
    spread: ([value]) => {
      if (value === undefined || value.kind === "unknown" || rows === undefined) return undefined;
      return isNumeric(value) ? piecewise(rows, null)(value) : [{ atom: point(null) }];
    },
    cuts: () => (rows === undefined ? [] : endsOfRows(rows)),
  };
}

export function roundOperation(to: Exact, mode: RoundingMode): Operation {
  const spread = rounding(to, mode);
  return {
    key: `round ${to.toFraction()} ${mode}`,
    type: "number",
    apply: ([value = null]) => (isNumber(value) ? roundTo(value, to, mode) : value),
    spread: (atoms) =>
      atoms[0] !== undefined && isNumeric(atoms[0])
        ? to.gt(ZERO)
          ? spread(atoms)
          : [{ atom: atoms[0] }]
        : atoms[0] && [{ atom: atoms[0] }],
  };
}

/** A table of norms is chosen by covariates, and one from a file is known to its own look-up only: neither has rows for whole stretches. */
function rowsOf(table: LookupTable | undefined): readonly ValueRow[] | undefined {
  if (table === undefined || table.file !== undefined || table.by.length > 0) return undefined;
  return table.rows.map(({ from, to, value }) => ({ from: { value: from, open: false }, to: { value: to, open: false }, value }));
}

/** Steps other than look-ups are straight lines; they are drawn through two points of the step itself. */
function lineOf(step: TransformStep, means: TransformMeans): { readonly factor: Exact; readonly offset: Exact } | undefined {
  const [offset, one] = [transformed(step, ZERO, means, []), transformed(step, ONE, means, [])];
  return offset === undefined || one === undefined ? undefined : { factor: one.sub(offset), offset };
}

function straight(value: Atom, { factor, offset }: { readonly factor: Exact; readonly offset: Exact }): readonly Outcome[] | undefined {
  const operand = intervalOf(value);
  if (operand === undefined) return undefined;
  return factor.equals(ZERO) ? [{ atom: point(offset) }] : [outcomeOf(scaled(operand.interval, factor, offset))];
}

function isNumeric(atom: Atom): boolean {
  return intervalOf(atom)?.measure === "number";
}

function keyOfStep(step: TransformStep, { range }: TransformMeans): string {
  const values: Value[] = [];
  switch (step.kind) {
    case "multiply":
    case "add":
    case "divide":
      values.push(step.by);
      break;
    case "rescale":
      values.push(step.low, step.high, range?.low ?? null, range?.high ?? null);
      break;
    case "lookup":
      return `lookup step ${step.table}`;
    default:
      values.push(step.mean, step.sd);
  }
  return `${step.kind} ${values.map((value) => (isNumber(value) ? value.toFraction() : "")).join(" ")}`;
}
