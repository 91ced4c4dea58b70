import type { Analysis } from "../analysis/analysis.ts";
import { origins } from "../model/origins.ts";
import { membersOf } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import type { Range } from "../problem.ts";

/** A short remark beside the text, that is not part of it. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Beside a score its possible range and how many entries it has; beside a reverse-keyed item in a score that it is one. */
export function inlayHints(analysis: Analysis, within: Range): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  const { text } = analysis;
  for (const part of analysis.parts) {
    if (part.kind !== "score") continue;
    const name = analysis.range(origins.name(part.value));
    const end = name.start - part.field.key.start + part.field.segment.text.length;
    if (end < within.start || name.start > within.end) continue;
    const { members } = membersOf(analysis.instrument, part.value);
    const range = analysis.possibleRange(part.id);
    const ends =
      range && (range.min || range.max)
        ? `${range.exact ? "" : "within "}${range.min ? printExact(range.min) : "−∞"} to ${range.max ? printExact(range.max) : "∞"}`
        : undefined;
    const words = [ends, members.length > 1 ? `${members.length} entries` : undefined].filter((word) => word !== undefined);
    if (words.length > 0)
      hints.push({
        // Behind the colon, where the eye goes on to the definition.
        offset: name.end + (part.field.segment.text[part.field.key.end] === ":" ? 1 : 0),
        label: ` ${words.join(", ")}`,
        tooltip: ends ? "the proved range of this score" : "how many entries the score has",
      });
    for (const entry of part.value.entries ?? []) {
      const item =
        entry.last === undefined && !entry.minus && entry.reverse === undefined ? analysis.instrument.items.get(entry.first) : undefined;
      if (item?.reverse)
        hints.push({ offset: analysis.range(origins.whole(entry)).end, label: " reversed", tooltip: `"${item.id}" is reverse-keyed` });
    }
  }
  return hints
    .filter(({ offset }) => within.start <= offset && offset <= within.end && offset <= (text.starts.at(-1) ?? 0))
    .sort((a, b) => a.offset - b.offset);
}
