import type { Instrument } from "../model/instrument.ts";
import { possibleAnswers, responseOf } from "../model/resolve.ts";
import { instrumentOfPhase, type Variation } from "../model/study.ts";
import { possibleRange } from "../scoring/range.ts";
import { cellsOf } from "../study/variation.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "more-cells-than-target",
  severity: "warning",
  summary: "People are to differ in more ways than there are people.",
  looksAt: "study",
  *check(part, context) {
    for (const sample of part.value.sampling.values()) {
      const { from, target, varyBy } = sample;
      const instrument = instrumentOfPhase(part.value, from);
      if (!instrument || target === undefined) continue;
      const { counts, product } = cellsOf(instrument, sample);
      const counted = new Set(counts.map(({ variation }) => variation));
      const each = varyBy.map((variation) => (counted.has(variation) ? undefined : numbersOf(instrument, variation)));
      for (const [i, count] of each.entries())
        if (count !== undefined && count > target)
          yield {
            at: context.at.value(sample, "varyBy", i),
            message: `"${varyBy[i]?.name}" is not cut into groups: each of its ${count === Number.POSITIVE_INFINITY ? "numbers" : `${count} numbers`} is a kind of people of its own, for ${target} people (write {${instrument.scores.has(varyBy[i]?.name ?? "") ? "score" : "item"}: ${varyBy[i]?.name}, cut: terciles})`,
          };
      if (product <= target) continue;
      yield {
        at: context.at.key(sample, "varyBy"),
        message: `${counts.map(({ variation, count }) => `${variation.name} (${count})`).join(" x ")} make ${product} kinds of people for ${target} people`,
      };
    }
  },
});

/** How many numbers an item or a score can be, each of which is a group where it is not cut; undefined where it is no number. */
function numbersOf(instrument: Instrument, { name, cut }: Variation): number | undefined {
  if (cut) return undefined;
  const item = instrument.items.get(name);
  if (item) {
    if (responseOf(instrument, item)?.type === "multiple") return undefined;
    const possible = possibleAnswers(instrument, item);
    if (possible?.kind === "codes") return possible.answers.length;
    return possible?.kind === "interval" ? Number.POSITIVE_INFINITY : undefined;
  }
  const range = instrument.scores.get(name)?.level === "person" ? possibleRange(instrument, name) : undefined;
  if (!range || (range.min === undefined && range.max === undefined)) return undefined;
  if (range.attainable) return range.attainable.length;
  const { min, max, step } = range;
  return min && max && step ? Number(max.sub(min).div(step).n) + 1 : range.exact ? Number.POSITIVE_INFINITY : undefined;
}
