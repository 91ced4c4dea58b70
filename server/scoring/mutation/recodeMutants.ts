import type { Recode, RecodeRow } from "../../model/instrument.ts";
import { ONE, ZERO } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";

/** Recodes with one slip: another result in one row, or one end of a stretch a step off. */
export function* recodeMutants(recode: Recode): Generator<{ readonly recode: Recode; readonly change: string }> {
  for (const [place, row] of recode.rows.entries()) {
    const withRow = (changed: Partial<RecodeRow>): Recode => ({ ...recode, rows: recode.rows.with(place, { ...row, ...changed }) });
    const to = row.to === undefined ? ZERO : row.to.add(ONE);
    const before = row.to === undefined ? "missing" : printExact(row.to);
    yield { recode: withRow({ to }), change: `${nameOf(row)} gave ${printExact(to)} instead of ${before}` };
    const { match } = row;
    if (match.kind !== "interval") continue;
    if (match.low !== undefined) {
      yield {
        recode: withRow({ match: { ...match, low: match.low.add(ONE) } }),
        change: `${nameOf(row)} began at ${printExact(match.low.add(ONE))}`,
      };
    }
    if (match.high !== undefined) {
      yield {
        recode: withRow({ match: { ...match, high: match.high.sub(ONE) } }),
        change: `${nameOf(row)} ended at ${printExact(match.high.sub(ONE))}`,
      };
    }
  }
}

/** A row as it is written. */
function nameOf({ match }: RecodeRow): string {
  switch (match.kind) {
    case "else":
      return "else";
    case "code":
      return match.code;
    case "interval": {
      const { low, high } = match;
      if (low !== undefined && high !== undefined) return `${printExact(low)}..${printExact(high)}`;
      if (low !== undefined) return `${match.lowOpen ? ">" : ">="}${printExact(low)}`;
      return `${match.highOpen ? "<" : "<="}${high === undefined ? "" : printExact(high)}`;
    }
  }
}
