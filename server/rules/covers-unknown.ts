import { nearest } from "../expression/nearest.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "covers-unknown",
  severity: "error",
  summary: "A question covers something that the survey does not have.",
  looksAt: "guide",
  *check(part, context) {
    const { at } = context;
    const guide = part.value;
    const instrument = guide.about?.document?.instrument;
    for (const owner of [...(guide.photos?.prompts.values() ?? []), ...guide.questions.values()])
      for (const [i, id] of owner.covers.entries()) {
        const place = at.value(owner, "covers", i);
        if (!guide.about) {
          yield { at: place, message: `nothing says which survey "${id}" belongs to: name its file with "about"` };
          return;
        }
        if (!instrument || instrument.items.has(id) || instrument.scores.has(id)) continue;
        const guess = nearest(id, [...instrument.scores.ids(), ...instrument.items.ids()]);
        yield {
          at: place,
          message: `"${guide.about.path}" has no score and no item "${id}"${guess === undefined ? "" : `: did you mean "${guess}"?`}`,
          fixes: guess === undefined ? [] : [{ title: `Change to "${guess}"`, safe: false, edits: [{ at: place, newText: guess }] }],
        };
      }
  },
});
