import type { Analysis } from "../../analysis/analysis.ts";
import type { Part } from "../../model/parts.ts";
import { readClosure, responseOf } from "../../model/resolve.ts";
import type { Problem, Range } from "../../problem.ts";
import { placeIn } from "../../syntax/place.ts";
import { ANYWHERE } from "./torn-by.ts";

/** The scores that an error of the document reaches: its own, of an item, response, recode or table that it uses, or of the text as a whole. */
export function scoresWithErrors(analysis: Analysis): ReadonlyMap<string, readonly Problem[]> {
  const reached = new Map<string, Problem[]>();
  const errors = analysis.problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return reached;
  const extents = analysis.parts.map((part) => ({ part, range: extentOf(analysis, part) }));
  for (const problem of errors) {
    const around = extents.filter(({ range }) => range.start <= problem.range.start && problem.range.start <= range.end);
    const innermost = around.toSorted((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0]?.part;
    for (const score of scoresReachedBy(analysis, problem, innermost)) {
      const found = reached.get(score);
      if (found === undefined) reached.set(score, [problem]);
      else found.push(problem);
    }
  }
  return reached;
}

function extentOf(analysis: Analysis, { field }: Part): Range {
  return analysis.range(placeIn(field.segment, { start: field.key.start, end: Math.max(field.key.end, field.value.end) }));
}

function scoresReachedBy({ instrument, users }: Analysis, problem: Problem, part: Part | undefined): readonly string[] {
  const scores = instrument.scores.ids();
  if (ANYWHERE.has(problem.code)) return scores;
  const reading = (names: ReadonlySet<string>): readonly string[] =>
    scores.filter((id) => [...readClosure(instrument, [id])].some((read) => names.has(read)));
  switch (part?.kind) {
    case "score":
      return reading(new Set([part.id]));
    case "item":
      return reading(new Set([part.id]));
    case "section":
      return reading(new Set(itemsIn(instrument, part.id)));
    case "response":
      return reading(new Set(instrument.items.values().flatMap((item) => (responseOf(instrument, item)?.id === part.id ? [item.id] : []))));
    case "recode":
    case "table":
      return reading(new Set(users(part.id).flatMap((user) => (user.kind === "score" ? [user.id] : []))));
    default:
      return [];
  }
}

function itemsIn(instrument: Analysis["instrument"], section: string): readonly string[] {
  const within = (id: string | undefined): boolean => id !== undefined && (id === section || within(instrument.sections.get(id)?.parent));
  return instrument.items.values().flatMap((item) => (within(item.section) ? [item.id] : []));
}
