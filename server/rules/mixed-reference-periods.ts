import { type ItemPeriod, itemPeriod } from "../evidence/itemPeriod.ts";
import type { Period } from "../evidence/lexicon/lexicon.ts";
import { saidTogether } from "../evidence/saidTogether.ts";
import type { Score } from "../model/instrument.ts";
import { type Member, membersOf } from "../model/resolve.ts";
import { type Context, rule } from "./rule.ts";

export default rule({
  code: "mixed-reference-periods",
  severity: "warning",
  summary: "A score puts together items that ask about different times.",
  looksAt: "score",
  *check({ value: score }, context) {
    if (score.method === undefined || context.verbatim) return;
    const found = saidTogether("two periods", score, context, twoPeriods);
    if (!found) return;
    const { at } = context;
    const { usual, odd } = found;
    const entry = usual.count > odd.count ? score.entries?.[odd.first.place] : undefined;
    yield {
      at: entry ? at.whole(entry) : at.key(score, "entries"),
      message: `"${usual.first.id}" asks about the ${usual.said.period.text}, "${odd.first.id}" about the ${odd.said.period.text}`,
      related: [usual, odd].map(({ said }) => ({ at: said.at, message: said.period.text })),
    };
  },
});

interface Asking {
  readonly said: ItemPeriod;
  readonly first: Member;
  count: number;
}

/** The period that most items of a score ask about, and another. */
function twoPeriods(score: Score, context: Context): { readonly usual: Asking; readonly odd: Asking } | undefined {
  const groups: Asking[] = [];
  const { instrument, at, language } = context;
  for (const member of membersOf(context.scoring, score).members) {
    const item = member.item && instrument.items.get(member.id);
    const said = item && itemPeriod(item, { instrument, at, language });
    if (!said) continue;
    const same = groups.find((one) => isSame(one.said.period, said.period));
    if (same) same.count++;
    else groups.push({ said, first: member, count: 1 });
  }
  const [usual, odd] = groups.sort((a, b) => b.count - a.count);
  return usual && odd && { usual, odd };
}

/** 4 weeks and a month, 12 months and a year are one time. */
const isSame = (a: Period, b: Period) => a.direction === b.direction && Math.abs(a.days - b.days) <= Math.max(a.days, b.days) / 10;
