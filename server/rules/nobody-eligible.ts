import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { readNames } from "../model/resolve.ts";
import { instrumentOfPhase } from "../model/study.ts";
import { rangeOf } from "../scoring/range.ts";
import { rule } from "./rule.ts";

/** Proved over all answers to the document that people are chosen from. */
export default rule({
  code: "nobody-eligible",
  severity: "warning",
  summary: "No answers make anybody eligible.",
  looksAt: "study",
  yieldsTo: [...FORMULA_CODES, "sample-on-unknown-item"],
  *check(part) {
    for (const sample of part.value.sampling.values()) {
      const instrument = instrumentOfPhase(part.value, sample.from);
      if (!instrument || !sample.eligible || readNames(instrument, sample.eligible).length === 0) continue;
      const reach = rangeOf(instrument, sample.eligible);
      if (reach?.gives(true).possible !== "no" || reach.gives(false).possible !== "yes") continue;
      yield { at: sample.eligible, message: `nobody is eligible for "${sample.id}": no answers make this true` };
    }
  },
});
