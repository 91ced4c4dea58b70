import type { LocalProblem } from "../model/read/reader.ts";
import { remember } from "../remember.ts";
import type { Segment } from "../syntax/segment.ts";

/** Findings without those that say the same of the same place again: what has a name (`&agree5`) is looked at by all that name it. */
export function toldOnce(problems: readonly LocalProblem[]): readonly LocalProblem[] {
  const told = new Map<Segment, Set<string>>();
  return problems.filter(({ code, message, at }) => {
    const here = remember(told, at.segment, () => new Set());
    const finding = `${at.start} ${at.end} ${code} ${message}`;
    return !here.has(finding) && here.add(finding);
  });
}
