import { type ItemPeriod, itemPeriod } from "../evidence/itemPeriod.ts";
import type { Period } from "../evidence/lexicon/lexicon.ts";
import { type Member, membersOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "mixed-reference-periods",
  severity: "warning",
  summary: "A score puts together items that ask about different times.",
  looksAt: "score",
  *check({ value: score }, context) {
    const { instrument, at } = context;
    if (score.method === undefined || context.verbatim) return;
    const groups: { readonly first: ItemPeriod; readonly members: Member[] }[] = [];
    for (const member of membersOf(instrument, score).members) {
      const found = member.item && itemPeriod(member.item, context);
      if (!found) continue;
      const same = groups.find(({ first }) => isSame(first.period, found.period));
      if (same) same.members.push(member);
      else groups.push({ first: found, members: [member] });
    }
    const [usual, odd] = groups.sort((a, b) => b.members.length - a.members.length);
    const [one, other] = [usual?.members[0], odd?.members[0]];
    if (!usual || !odd || !one || !other) return;
    const entry = usual.members.length > odd.members.length ? score.entries?.[other.place] : undefined;
    yield {
      at: entry ? at.whole(entry) : at.key(score, "entries"),
      message: `"${one.id}" asks about the ${usual.first.period.text}, "${other.id}" about the ${odd.first.period.text}`,
      related: [
        { at: usual.first.at, message: usual.first.period.text },
        { at: odd.first.at, message: odd.first.period.text },
      ],
    };
  },
});

/** 4 weeks and a month, 12 months and a year are one time. */
const isSame = (a: Period, b: Period) => a.direction === b.direction && Math.abs(a.days - b.days) <= Math.max(a.days, b.days) / 10;
