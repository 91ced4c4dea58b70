import { describeWitness } from "../evidence/describeWitness.ts";
import { printExact } from "../number/print.ts";
import type { PossibleRange } from "../scoring/range.ts";

/** The proved range of a score in Markdown: its ends with the answers that reach them, and its steps. */
export function describeRange({ min, max, step, attainable, exact, values, witness }: PossibleRange): string {
  if (!min && !max) return values && values.length > 0 ? `Possible values: ${values.map(String).join(", ")}.` : "";
  const ends = `${min ? printExact(min) : "no lower end"} to ${max ? printExact(max) : "no upper end"}`;
  const steps = step ? `, in steps of ${printExact(step)}` : attainable ? `, ${attainable.length} values` : "";
  if (!exact) return `Possible range: within ${ends} (an outer bound: the exact range could not be proved).`;
  const lowest = min && witness?.min ? `\n- lowest ${printExact(min)}: ${describeWitness(witness.min)}` : "";
  const highest = max && witness?.max ? `\n- highest ${printExact(max)}: ${describeWitness(witness.max)}` : "";
  return `Possible range: **${ends}**${steps}.${lowest || highest ? `\n${lowest}${highest}` : ""}`;
}
