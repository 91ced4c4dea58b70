import { type Exact, exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";

const NEAR = exact(1, 1000);
const HALF = exact(1, 2);

/** The round number that a limit such as 84.999 or 5.0001 stands beside: a whole or a half, at most a thousandth away. */
export function besideRound(value: Exact): Exact | undefined {
  if (value.d === 1n || (printExact(value).split(".")[1] ?? "").length < 3) return undefined;
  const nearest = value.div(HALF).round().mul(HALF);
  const distance = value.sub(nearest).abs();
  return distance.n !== 0n && distance.lte(NEAR) ? nearest : undefined;
}
