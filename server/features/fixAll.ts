import type { Analysis } from "../analysis/analysis.ts";
import type { Edit, Problem } from "../problem.ts";

/** The edits of all safe fixes of a document, of those that touch the same text the first. What is left can be fixed in another turn. */
export function fixAll({ problems }: Pick<Analysis, "problems">): readonly Edit[] {
  const taken: Edit[] = [];
  for (const fix of problems.flatMap(safeFix))
    if (!fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) taken.push(...fix.edits);
  return taken;
}

/** Of several fixes of one problem none can be chosen without thinking. */
function safeFix({ fixes }: Problem) {
  const safe = fixes.filter((fix) => fix.safe);
  return safe.length === 1 && fixes.length === 1 ? safe : [];
}

const touch = (a: Edit, b: Edit) => a.range.start <= b.range.end && b.range.start <= a.range.end;
