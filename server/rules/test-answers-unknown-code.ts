import { expandSpan } from "../model/resolve.ts";
import { readAnswer } from "../scoring/answers.ts";
import { cellOf } from "../scoring/tests.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "test-answers-unknown-code",
  severity: "error",
  summary: "A scoring test gives an answer that the item's response does not have.",
  looksAt: "test",
  *check({ value: test }, { at, scoring: instrument }) {
    for (const answer of test.answers) {
      if (answer.value.kind === "missing") continue;
      const ids = expandSpan(instrument, answer.first, answer.last);
      for (const id of typeof ids === "string" ? [] : ids) {
        const item = instrument.items.get(id);
        const problem = item && readAnswer(instrument, item, cellOf(answer.value)).problem;
        if (problem === undefined) continue;
        yield { at: at.value(answer, "value"), message: problem };
        break;
      }
    }
  },
});
