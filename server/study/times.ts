import { type Guide, isAsked, type Topic } from "../model/guide.ts";

/** How long the topics of a guide take, for each audience; one time without a name where the guide has no audiences. */
export function timesOf({ audiences, topics }: Guide): readonly { readonly audience?: string; readonly minutes: number }[] {
  const sum = (some: readonly Topic[]) => some.reduce((minutes, topic) => minutes + (topic.minutes ?? 0), 0);
  if (audiences.size === 0) return [{ minutes: sum(topics.values()) }];
  return audiences.ids().map((audience) => ({ audience, minutes: sum(topics.values().filter((topic) => isAsked(audience, topic))) }));
}

/** The audiences that have no topic of a kind; an empty list where nobody has, undefined where everybody has or there are no topics. */
export function audiencesWithout({ audiences, topics }: Guide, kind: "opening" | "closing"): readonly string[] | undefined {
  if (topics.size === 0) return undefined;
  const some = topics.values().filter((topic) => topic.kind === kind);
  if (some.length === 0) return [];
  const without = audiences
    .ids()
    .filter((id) => topics.values().some((topic) => isAsked(id, topic)) && !some.some((topic) => isAsked(id, topic)));
  return without.length === 0 ? undefined : without;
}
