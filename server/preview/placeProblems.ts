import type { Problem, Range } from "../problem.ts";
import type { View } from "./view.ts";

/** Every problem with the innermost item, section, score, response or other named thing that it stands in; undefined where it stands in none of them. */
export function placeProblems(view: View): ReadonlyMap<object | undefined, readonly Problem[]> {
  const placed = new Map<object | undefined, Problem[]>();
  if (view.problems === undefined || view.problems.length === 0) {
    return placed;
  }
  const stretches = stretchesOf(view);
  for (const problem of view.problems) {
    const object = innermost(stretches, problem.range);
    const list = placed.get(object) ?? [];
    list.push(problem);
    placed.set(object, list);
  }
  return placed;
}

interface Stretch extends Range {
  readonly object: object;
}

/** By their start; what starts together with the outer one first. */
function stretchesOf(view: View): readonly Stretch[] {
  const { sections, items, scores, responses, recodes, tables, effects, tests } = view.instrument;
  const locate = view.locate ?? view.locateFindings;
  const parts: readonly { values(): readonly object[] }[] = [sections, items, scores, responses, recodes, tables, effects, tests];
  const objects = parts.flatMap((named) => [...named.values()]);
  return objects
    .flatMap((object) => {
      const range = locate?.(object);
      return range === undefined ? [] : [{ ...range, object }];
    })
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Sections hold their items, so the last stretch that begins before the place and reaches it is the innermost. */
function innermost(stretches: readonly Stretch[], range: Range): object | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= range.start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (let index = low - 1; index >= 0; index--) {
    const stretch = stretches[index];
    if (stretch !== undefined && range.end <= stretch.end) {
      return stretch.object;
    }
  }
  return undefined;
}
