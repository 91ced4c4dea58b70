import { isCode, possibleAnswers, responseOf } from "../model/resolve.ts";
import { parseExact } from "../number/exact.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "key-not-an-option",
  severity: "error",
  summary: "The right answer of an ability item is none of its options.",
  looksAt: "item",
  needs: ({ value: item }) => item.key !== undefined,
  *check(part, { at, instrument }) {
    const item = part.value;
    const { key } = item;
    const response = key === undefined ? undefined : responseOf(instrument, item);
    if (key === undefined || !response) return;
    const possible = possibleAnswers(instrument, item);
    if (possible?.kind === "codes") {
      if (possible.answers.some((answer) => isCode(key, answer))) return;
      const codes = possible.answers.map(({ code }) => code);
      const known = codes.length > 8 ? `${codes.slice(0, 8).join(", ")} …` : codes.join(", ");
      yield { at: at.value(item, "key"), message: `"${key}" is no answer to this item: the codes are ${known}` };
    } else if (possible?.kind === "interval") {
      const number = parseExact(key);
      const isOutside =
        number && ((possible.low && number.compare(possible.low) < 0) || (possible.high && number.compare(possible.high) > 0));
      if (!number || isOutside)
        yield { at: at.value(item, "key"), message: `"${key}" is no answer to this item: it lies outside of what can be answered` };
    }
  },
});
