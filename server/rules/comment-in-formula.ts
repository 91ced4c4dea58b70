import { lostComment } from "../evidence/lostComment.ts";
import { mayHoldComment } from "../evidence/needs.ts";
import { writtenScalars } from "../evidence/writtenScalars.ts";
import { placeIn } from "../syntax/place.ts";
import { rule } from "./rule.ts";

/** Only where the comment begins inside quotation marks: a comment after a whole formula is one. */
export default rule({
  code: "comment-in-formula",
  severity: "error",
  summary: "The end of a formula is lost, because a blank and # begin a comment.",
  looksAt: ["response", "section", "item", "score", "effect"],
  needs: mayHoldComment,
  *check(part) {
    for (const written of writtenScalars(part)) {
      const { segment, scalar, kind } = written;
      if (kind !== "formula" || scalar.style !== "plain" || (scalar.text.split('"').length - 1) % 2 === 0) continue;
      const lost = lostComment(written);
      if (!lost) continue;
      const whole = { start: scalar.start, end: lost.end };
      yield {
        at: placeIn(segment, lost),
        message: `a blank and # begin a comment: the formula ends after ${scalar.text.slice(-40)}`,
        fixes: [
          {
            title: "Put the whole formula in single quotation marks",
            safe: true,
            edits: [{ at: placeIn(segment, whole), newText: `'${segment.text.slice(whole.start, whole.end).replaceAll("'", "''")}'` }],
          },
        ],
      };
    }
  },
});
