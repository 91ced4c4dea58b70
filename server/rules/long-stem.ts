import { stemsOf } from "../evidence/itemWording.ts";
import { hasStem } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

const MOST_WORDS = 25;

export default rule({
  code: "long-stem",
  severity: "info",
  summary: "An item has more than 25 words.",
  looksAt: "item",
  needs: hasStem,
  *check(part, context) {
    for (const { text, place } of stemsOf(part, context)) {
      // Counting letters costs less than finding words.
      if (text.length < MOST_WORDS * 3) continue;
      const words = text.match(/[\p{L}\p{N}_{}]+(?:['’.-][\p{L}\p{N}_]+)*/gu)?.length ?? 0;
      if (words > MOST_WORDS) yield { at: place(), message: `this item has ${words} words: its beginning is forgotten at its end` };
    }
  },
});
