import { lostComment } from "../evidence/lostComment.ts";
import { mayHoldComment } from "../evidence/needs.ts";
import { writtenScalars } from "../evidence/writtenScalars.ts";
import { fieldOf } from "../model/origins.ts";
import { placeIn } from "../syntax/place.ts";
import { quote } from "../syntax/quote.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "comment-in-text",
  severity: "warning",
  summary: "The end of a text is lost, because a blank and # begin a comment.",
  looksAt: ["metadata", "response", "section", "item", "score", "effect"],
  needs: mayHoldComment,
  *check(part) {
    const fields =
      part.kind === "metadata" ? (["title", "description"] as const).flatMap((key) => fieldOf(part.value, key) ?? []) : [part.field];
    for (const written of writtenScalars(part, fields)) {
      const { segment, scalar, kind } = written;
      const lost = kind === "text" && (typeof scalar.value === "string" || scalar.text === "") ? lostComment(written) : undefined;
      if (!lost) continue;
      const whole = placeIn(segment, { start: scalar.text === "" ? lost.start : scalar.start, end: lost.end });
      yield {
        at: placeIn(segment, lost),
        message: `a blank and # begin a comment: the text ${scalar.text === "" ? "is empty" : `ends after "${scalar.text.slice(-40)}"`}`,
        fixes: [
          {
            title: "Put the whole text in quotation marks",
            safe: false,
            edits: [{ at: whole, newText: quote(segment.text.slice(whole.start, whole.end)) }],
          },
        ],
      };
    }
  },
});
