import type { Outcome, Point } from "./atom.ts";
import { asStretches, normalised } from "./normalised.ts";

/** The same outcomes with all numbers as stretches. */
export function coarse(outcomes: readonly Outcome[]): readonly Outcome[] {
  const points: Outcome<Point>[] = [];
  const rest: Outcome[] = [];
  for (const { atom, proof } of outcomes) {
    if (atom.kind === "point") points.push({ atom, proof });
    else rest.push({ atom, proof });
  }
  return normalised([...asStretches(points), ...rest]);
}
