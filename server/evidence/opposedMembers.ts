import type { Score } from "../model/instrument.ts";
import { type Member, membersOf } from "../model/resolve.ts";
import type { Context } from "../rules/rule.ts";
import { type LabelValues, labelValues, opposite, writtenLabel } from "./memberDirection.ts";
import { wordedResponse } from "./wordedResponse.ts";

/** Two items of one score whose labels count in opposite directions before any reversal: the odd one, and a sister of the others. */
export interface Opposed {
  readonly odd: Member;
  readonly sister: Member;
  /** A label that both have, and what it counts in each before reversal. */
  readonly label: string;
  readonly oddValue: string;
  readonly sisterValue: string;
}

/**
 * Each item that runs against the first of its sisters with the same labels. Entries with recodes of their own say the direction on purpose,
 * and so do a recode beside none and a negative weight.
 */
export const opposedMembers = (context: Context, score: Score): readonly Opposed[] =>
  context.once("opposed members", () => opposedIn(context, score));

function opposedIn(context: Context, score: Score): readonly Opposed[] {
  const { instrument, scoring } = context;
  const all = membersOf(scoring, score).members;
  if (new Set(all.map(({ recode }) => recode)).size > 1 || new Set(all.map(({ weight }) => weight.s)).size > 1) return [];
  const responses = new Map(all.map((member) => [member, wordedResponse(context, member.id)] as const));
  if (new Set(responses.values()).size < 2) return [];
  const known = new Map<unknown, LabelValues | undefined>();
  const members = all.flatMap((member) => {
    const response = responses.get(member);
    if (!known.has(response)) known.set(response, labelValues(instrument, member));
    const values = member.item?.key === undefined ? known.get(response) : undefined;
    return values ? [{ member, values }] : [];
  });
  const groups = new Map<string, { readonly values: LabelValues; readonly members: Member[] }>();
  for (const { member, values } of members) {
    const key = [...values]
      .map(([label, value]) => `${label}=${value.toFraction()}`)
      .sort()
      .join("|");
    const group = groups.get(key) ?? { values, members: [] };
    group.members.push(member);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((a, b) => b.members.length - a.members.length);
  const [usual, ...others] = sorted;
  const sister = usual?.members[0];
  if (!usual || !sister) return [];
  return others.flatMap(({ values, members: odd }) => {
    const ends = opposite(usual.values, values);
    if (!ends) return [];
    const label = ends[1];
    const shown = (from: LabelValues) => from.get(label)?.toFraction() ?? "";
    return odd.map((member) => ({
      odd: member,
      sister,
      label: writtenLabel(instrument, sister, label),
      oddValue: shown(values),
      sisterValue: shown(usual.values),
    }));
  });
}
