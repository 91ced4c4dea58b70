import type { LocalProblem } from "../model/read/reader.ts";
import { table } from "../rules/index.ts";

/** One mistake, one finding: what another finding of the part explains is held back, and so is a second one of a kind at one place. */
export function oneForEach(found: readonly LocalProblem[]): readonly LocalProblem[] {
  const told = unexplained(found);
  if (told.length === found.length) return told;
  const among: LocalProblem[] = [];
  for (const problem of found) among.push({ ...problem, among });
  return unexplained(among);
}

/** What else is to be told of a part, now that these of its findings are silenced and so explain nothing. */
export function toldAfterAll(silenced: readonly LocalProblem[]): readonly LocalProblem[] {
  const parts = new Set(silenced.flatMap(({ among }) => (among ? [among] : [])));
  return [...parts].flatMap((found) => unexplained(found.filter((problem) => !silenced.includes(problem))));
}

function unexplained(found: readonly LocalProblem[]): readonly LocalProblem[] {
  const codes = new Set(found.map((problem) => problem.code));
  const seen = new Set<string>();
  return found.filter((problem) => {
    if (YIELDS.get(problem.code)?.some((code) => codes.has(code))) return false;
    const key = `${problem.code} ${problem.at.start} ${problem.at.end} ${problem.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** By which others the finding of a code is explained. */
const YIELDS = new Map<string, readonly string[]>(table.flatMap((rule) => (rule.yieldsTo ? [[rule.code, rule.yieldsTo] as const] : [])));
