import { rangeOfName } from "../evidence/rangeOfName.ts";
import { instrumentOfPhase } from "../model/study.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "cut-outside-range",
  severity: "warning",
  summary: "People are divided at a number that leaves everybody on one side.",
  looksAt: "study",
  *check(part, context) {
    for (const sample of part.value.sampling.values()) {
      const instrument = instrumentOfPhase(part.value, sample.from);
      if (!instrument) continue;
      for (const variation of sample.varyBy) {
        const range = variation.cut?.kind === "at" ? rangeOfName(instrument, variation.name) : undefined;
        if (!range || variation.cut?.kind !== "at") continue;
        for (const [i, number] of variation.cut.numbers.entries()) {
          const { low, high } = range;
          if ((!low || number.gt(low)) && (!high || number.compare(high) <= 0)) continue;
          yield {
            at: context.at.value(variation, "cut", i),
            message: `nobody is on one side of ${printExact(number)}: "${variation.name}" runs from ${low ? printExact(low) : "any number"} to ${high ? printExact(high) : "any number"}`,
          };
        }
      }
    }
  },
});
