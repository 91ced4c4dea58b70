import type { Change } from "../../diff/change.ts";
import { linesOf, type PositionRange } from "../positions.ts";
import type { Compared } from "./compared.ts";
import { isIncomplete } from "./print-diff-text.ts";

/** The differences for programs. Lines and characters from 0, in UTF-16 units, as everywhere. */
export function printDiffJson(compared: readonly Compared[]): string {
  const files = compared.map(oneDocument);
  return `${JSON.stringify({ version: 1, files }, null, 1)}\n`;
}

function oneDocument({ old, now, diff, problems }: Compared) {
  const lines = linesOf(now.text);
  const rangeIn = ({ start, end }: { readonly start: number; readonly end: number }): PositionRange => ({
    start: lines.position(start),
    end: lines.position(end),
  });
  return {
    old: old.file,
    new: now.file,
    kind: diff.kind ?? null,
    oldVersion: diff.oldVersion ?? null,
    newVersion: diff.version ?? null,
    needs: diff.needs,
    incomplete: isIncomplete(diff),
    changes: diff.changes.map((change) => ({
      class: change.class,
      needs: change.needs,
      message: change.message,
      concerns: change.concerns,
      old: place(change, old, "old"),
      new: place(change, now, "now"),
    })),
    scores: Object.fromEntries(
      diff.scores.map(({ score, formerly, comparable, reasons }) => [score, { comparable, formerly: formerly ?? null, reasons }]),
    ),
    problems: [...diff.unread.now, ...problems].map(({ code, severity, message, range }) => ({
      code,
      severity,
      message,
      range: rangeIn(range),
    })),
  };
}

/** Where a change stands in one of the versions; null where it does not, or stands in a library. */
function place(change: Change, { text, analysis }: Compared["old"], version: "old" | "now"): PositionRange | null {
  const at = change[version];
  const found = at && analysis.locate(at);
  if (!found || found.file !== undefined) return null;
  const lines = linesOf(text);
  return { start: lines.position(found.range.start), end: lines.position(found.range.end) };
}
