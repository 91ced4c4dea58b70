import { MARKS } from "../evidence/marks.ts";
import type { Instrument, Item } from "../model/instrument.ts";
import { possibleAnswers } from "../model/resolve.ts";
import { exact } from "../number/exact.ts";
import { rule } from "./rule.ts";

/** Where there are more combinations than people, most people who share a combination are alone in it. */
export default rule({
  code: "identifying-combination",
  severity: "warning",
  summary: "The items on the person make more combinations than there are people.",
  looksAt: "metadata",
  *check({ value: metadata }, { at, instrument, marked }) {
    const { planned } = metadata;
    if (planned === undefined) return;
    const counted = marked(MARKS.privacy("indirect_identifier")).flatMap((id) => {
      const item = instrument.items.get(id);
      const count = item && categories(instrument, item);
      return item && count ? [{ item, count }] : [];
    });
    const product = counted.reduce((made, { count }) => made * count, 1);
    if (counted.length < 2 || product <= planned) return;
    yield {
      at: at.value(metadata, "planned"),
      message: `${counted.map(({ item, count }) => `${item.id} (${count})`).join(", ")} make ${product} combinations for ${planned} people: many are alone in theirs`,
      related: counted.map(({ item, count }) => ({ at: at.name(item), message: `${count} possible answers` })),
    };
  },
});

/** How many answers an item can have; undefined where they cannot be counted. */
function categories(instrument: Instrument, item: Item): number | undefined {
  const possible = possibleAnswers(instrument, item);
  if (possible?.kind === "codes") return possible.answers.length;
  if (possible?.kind !== "interval" || !possible.low || !possible.high || !possible.step?.compare(exact(0))) return undefined;
  return possible.high.sub(possible.low).div(possible.step).floor().add(1).valueOf();
}
