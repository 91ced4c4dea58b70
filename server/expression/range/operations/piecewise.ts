import type { Exact } from "../../../number/exact.ts";
import type { Value } from "../../value.ts";
import { type Atom, type Outcome, point } from "../atom.ts";
import { proofOf } from "../interval.ts";
import { intervalOf } from "../numeric.ts";
import { partition, type Row } from "../pieces.ts";
import type { Piece } from "../shape.ts";

/** A row of a recode, a table or a set of bands: numbers between two bounds, and the value that all of them get. */
export interface ValueRow extends Row {
  readonly value: Value;
}

/** What rows, of which the first that holds a number counts, make of a stretch; `otherwise` is for numbers that none of them holds. */
export function piecewise(rows: readonly ValueRow[], otherwise: Value): (atom: Atom | undefined) => readonly Outcome[] | undefined {
  return (atom) => {
    const operand = atom === undefined ? undefined : intervalOf(atom);
    if (operand?.measure !== "number") return undefined;
    const { taken, rest } = partition(operand.interval, rows);
    const outcomes = rows.flatMap((row, place) => valued(row.value, taken[place] ?? []));
    return [...outcomes, ...valued(otherwise, rest)];
  };
}

function valued(value: Value, pieces: readonly Piece[]): readonly Outcome[] {
  const best = pieces.find(({ part, sure }) => sure && proofOf(part) !== undefined) ?? pieces.find(({ sure }) => sure) ?? pieces[0];
  return best === undefined ? [] : [{ atom: point(value, best.sure), proof: best.sure ? proofOf(best.part) : undefined }];
}

/** Where rows begin and end. */
export function endsOfRows(rows: readonly Row[]): readonly Exact[] {
  return rows.flatMap(({ from, to }) => [from.value, to.value]).filter((value) => value !== undefined);
}
