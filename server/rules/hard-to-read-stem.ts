import { stemsOf } from "../evidence/itemWording.ts";
import { hasStem } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

const HIGHEST_GRADE = 9;

export default rule({
  code: "hard-to-read-stem",
  severity: "info",
  summary: "An item asks for more than nine years of school of its readers.",
  looksAt: "item",
  needs: hasStem,
  yieldsTo: ["long-stem"],
  *check(part, context) {
    for (const { text, lexicon, place } of stemsOf(part, context)) {
      const grade = lexicon.grade(text);
      if (grade !== undefined && grade > HIGHEST_GRADE)
        yield { at: place(), message: `this item reads as ${level(grade)}: shorter sentences and shorter words help` };
    }
  },
});

/** Beyond school the formula runs up without a meaning. */
const level = (grade: number) => (grade > 12 ? "a text for university" : `grade ${Math.round(grade)} of school`);
