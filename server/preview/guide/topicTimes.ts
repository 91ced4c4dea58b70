import type { Phrases } from "../../language/phrases.ts";
import { type Guide, isAsked } from "../../model/guide.ts";

/**
 * When each topic is due, by its id: "15 minutes (0:00 to 0:15)" in the language of the sheet. The clock is given only where it is the same for all
 * audiences that are asked; after a topic without a time nothing more can be said.
 */
export function topicTimes({ audiences, topics }: Guide, phrases: Phrases): ReadonlyMap<string, string> {
  const ids = audiences.size === 0 ? [""] : audiences.ids();
  const clocks = new Map<string, number | undefined>(ids.map((id) => [id, 0]));
  const times = new Map<string, string>();
  for (const topic of topics.values()) {
    const { minutes } = topic;
    const asked = ids.filter((id) => id === "" || isAsked(id, topic));
    const starts = [...new Set(asked.map((id) => clocks.get(id)))];
    const [start] = starts;
    if (minutes !== undefined) {
      const length = phrases.counted("minutes", minutes);
      const span = start === undefined ? "" : phrases.text("fromTo", { low: clock(start), high: clock(start + minutes) });
      times.set(topic.id, starts.length === 1 && span !== "" ? `${length} (${span})` : length);
    }
    for (const id of asked) {
      const before = clocks.get(id);
      clocks.set(id, before === undefined || minutes === undefined ? undefined : before + minutes);
    }
  }
  return times;
}

function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
