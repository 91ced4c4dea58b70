import { nearest } from "../expression/nearest.ts";
import { namesOf } from "../model/wholeNames.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "sample-on-unknown-item",
  severity: "error",
  summary: "People are chosen by something that they were not asked.",
  looksAt: "study",
  *check(part, context) {
    const study = part.value;
    for (const sample of study.sampling.values()) {
      const phase = sample.from === undefined ? undefined : study.phases.get(sample.from);
      const home = phase?.document === undefined ? undefined : study.documents.get(phase.document);
      if (!home?.document) continue;
      const { items, scores } = home.document.instrument;
      const named = [...namesOf(sample.eligible), ...sample.varyBy.map((one) => ({ id: one.name, at: context.at.value(one, "name") }))];
      if (home.document.kind !== "instrument") {
        const first = named[0];
        if (first) yield { at: first.at, message: `"${home.path}" has no items to choose people by` };
        continue;
      }
      for (const { id, at } of named) {
        if (items.has(id) || scores.has(id)) continue;
        const guess = nearest(id, [...items.ids(), ...scores.ids()]);
        yield {
          at,
          message: `"${home.path}" has no item and no score "${id}"${guess === undefined ? "" : `: did you mean "${guess}"?`}`,
          fixes: guess === undefined ? [] : [{ title: `Change to "${guess}"`, safe: false, edits: [{ at, newText: guess }] }],
        };
      }
    }
  },
});
