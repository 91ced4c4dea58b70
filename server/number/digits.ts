import type { Exact } from "./exact.ts";
import { printExact } from "./print.ts";

const LONGEST = 10;

/** A number as people read it: every digit where they are few, else rounded to four decimals and marked as such. */
export function digits(number: Exact): string {
  const text = printExact(number);
  return text.length > LONGEST && number.d !== 1n ? `≈ ${printExact(number.round(4))}` : text;
}
