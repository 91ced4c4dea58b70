import { scoresWith } from "../evidence/scoresWith.ts";
import type { Item, Score } from "../model/instrument.ts";
import type { PartOf } from "../model/parts.ts";
import { endsBeforeReversal, itemEnds, type Member, membersOf, responseOf } from "../model/resolve.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** A reversal that an item declares is told at the item, once for all scores; one that a score declares, at its entry. */
export default rule({
  code: "reverse-without-range",
  severity: "error",
  summary: "A reversed item or score has no lowest and highest value to be reversed within.",
  looksAt: ["item", "score"],
  needs: (part) => part.kind === "score" || part.value.reverse,
  *check(part, context) {
    if (part.kind === "item") yield* checkItem(part, context);
    else yield* checkScore(part.value, context);
  },
});

function* checkItem(part: PartOf<"item">, context: Context): Generator<Finding> {
  const { scoring: instrument, at } = context;
  const item = part.value;
  const ends = item.reverse ? itemEnds(instrument, item) : undefined;
  if (!item.reverse || !responseOf(instrument, item) || (ends?.low && ends.high)) return;
  const scored = scoresWith(part.id, context).some((score) =>
    membersOf(instrument, score).members.some(
      (member) => member.id === part.id && score.entries?.[member.place]?.reverse === undefined && !isBounded(member, instrument),
    ),
  );
  if (scored) yield { at: at.value(item, "reverse"), message: describe(item, undefined) };
}

function* checkScore(score: Score, context: Context): Generator<Finding> {
  const { scoring: instrument, at, possibleRange } = context;
  for (const member of membersOf(instrument, score).members) {
    const entry = score.entries?.[member.place];
    if (!member.reversed || !entry || (member.item?.reverse && entry.reverse === undefined)) continue;
    if (member.item ? isBounded(member, instrument) : isScoreBounded(member, context)) continue;
    const open = member.score && possibleRange(member.id);
    yield { at: at.whole(entry), message: describe(member.item, member.score && { id: member.id, low: open?.min, high: open?.max }) };
  }
}

/** Without a response nothing is known, and that has a finding of its own. */
function isBounded(member: Member, instrument: Context["instrument"]): boolean {
  if (!member.item || !responseOf(instrument, member.item)) return true;
  const ends = endsBeforeReversal(instrument, member, () => undefined);
  return ends?.low !== undefined && ends.high !== undefined;
}

function isScoreBounded(member: Member, { possibleRange }: Context): boolean {
  if (member.recode || !member.score) return true;
  const possible = possibleRange(member.id);
  return possible === undefined || possible.values !== undefined || (possible.min !== undefined && possible.max !== undefined);
}

function describe(item: Item | undefined, score: { id: string; low?: unknown; high?: unknown } | undefined): string {
  const lost = score ? (score.low ? "highest" : score.high ? "lowest" : "lowest and highest") : "lowest and highest";
  return `"${item?.id ?? score?.id}" is reversed, and it has no ${lost} value: reversing takes the answer from their sum, and never from the data`;
}
