import type { Analysis } from "../../analysis/analysis.ts";
import type { Entry, Score } from "../../model/instrument.ts";
import { origins } from "../../model/origins.ts";
import type { PartOf } from "../../model/parts.ts";
import { expandSpan, membersOf } from "../../model/resolve.ts";
import { printExact } from "../../number/print.ts";
import type { HintKind, InlayHint } from "../inlayHints.ts";

/** Behind the colon of a score its possible range and how many entries it has; behind an entry that its items are reverse-keyed. */
export function scoreHints(analysis: Analysis, part: PartOf<"score">, shown: ReadonlySet<HintKind>): readonly InlayHint[] {
  const { field, value: score } = part;
  const name = analysis.range(origins.name(score));
  const range = shown.has("range") ? analysis.possibleRange(part.id) : undefined;
  const ends =
    range && (range.min || range.max)
      ? `${range.exact ? "" : "within "}${range.min ? printExact(range.min) : "−∞"} to ${range.max ? printExact(range.max) : "∞"}`
      : undefined;
  const count = shown.has("items") ? membersOf(analysis.instrument, score).members.length : 0;
  const words = [ends, count > 1 ? countInWords(analysis, score, count) : undefined].filter((word) => word !== undefined);
  const head: InlayHint[] =
    words.length > 0
      ? [
          {
            kind: ends ? "range" : "items",
            // Behind the colon, where the eye goes on to the definition.
            offset: name.end + (field.segment.text[field.key.end] === ":" ? 1 : 0),
            label: ` ${words.join(", ")}`,
            tooltip: ends ? "the proved range of this score" : "how much the score is made of",
          },
        ]
      : [];
  return shown.has("reversed") ? [...head, ...(score.entries ?? []).flatMap((entry) => reversedHint(analysis, entry))] : head;
}

function countInWords({ instrument }: Analysis, score: Score, count: number): string {
  const isItems = membersOf(instrument, score).members.every(({ id }) => instrument.items.has(id));
  return `${count} ${isItems ? "items" : "entries"}`;
}

/** An entry says of itself that it is reversed where it has a minus or `reverse`; where the items say it, a hint does. */
function reversedHint(analysis: Analysis, entry: Entry): InlayHint[] {
  if (entry.minus || entry.reverse !== undefined) return [];
  const { items } = analysis.instrument;
  const span = entry.last === undefined ? [entry.first] : expandSpan(analysis.instrument, entry.first, entry.last);
  const reversed = Array.isArray(span) ? span.filter((id: string) => items.get(id)?.reverse) : [];
  if (reversed.length === 0) return [];
  const named = reversed.slice(0, 3).join(", ") + (reversed.length > 3 ? " …" : "");
  return [
    {
      kind: "reversed",
      offset: analysis.range(origins.whole(entry)).end,
      label: entry.last === undefined ? " reversed" : ` ${named} reversed`,
      tooltip: `reverse-keyed: ${reversed.map((id: string) => `"${id}"`).join(", ")}`,
    },
  ];
}
