import type { Edit, Fix, Problem } from "../../problem.ts";

export interface FixedText {
  readonly text: string;
  /** How many findings were mended. */
  readonly mended: number;
}

/** Rounds after which two fixes are taken to undo each other. */
const MOST_ROUNDS = 10;

/**
 * Applies the fix of every finding that has one and checks again, because one fix may bring out another finding. Fixes that touch the same
 * place wait for the next round; a fix is applied whole or not at all.
 */
export function applyFixes(text: string, check: (text: string) => readonly Problem[], unsafe: boolean): FixedText {
  let current = text;
  let mended = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = check(current).flatMap((problem) => chosenFix(problem, unsafe) ?? []);
    const chosen = withoutOverlaps(fixes);
    if (chosen.length === 0) break;
    current = applyEdits(
      current,
      chosen.flatMap((fix) => fix.edits),
    );
    mended += chosen.length;
  }
  return { text: current, mended };
}

/** Makes the edits, none of which touches another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { range, newText } of edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

/** The safe fix, or the only one that there is; two fixes of which neither is safe are a choice that only the author can make. */
function chosenFix(problem: Problem, unsafe: boolean): Fix | undefined {
  const safe = problem.fixes.find((fix) => fix.safe);
  return safe ?? (unsafe && problem.fixes.length === 1 ? problem.fixes[0] : undefined);
}

function withoutOverlaps(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Edit[] = [];
  return fixes.filter((fix) => {
    if (fix.edits.length === 0 || fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) return false;
    taken.push(...fix.edits);
    return true;
  });
}

function touches(a: Edit, b: Edit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}
