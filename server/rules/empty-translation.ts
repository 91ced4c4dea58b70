import { mayHoldLanguages } from "../evidence/needs.ts";
import { writtenLanguages } from "../evidence/writtenScalars.ts";
import { fieldOf } from "../model/origins.ts";
import { placeIn } from "../syntax/place.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "empty-translation",
  severity: "error",
  summary: "A text is given in one language and empty in another.",
  looksAt: ["metadata", "response", "section", "item", "score"],
  needs: mayHoldLanguages,
  *check(part) {
    const fields =
      part.kind === "metadata" ? (["title", "description"] as const).flatMap((key) => fieldOf(part.value, key) ?? []) : undefined;
    for (const { segment, mapping } of writtenLanguages(part, fields)) {
      const isEmpty = mapping.pairs.map(({ value }) => value.kind === "scalar" && value.text.trim() === "");
      if (isEmpty.every((empty) => empty)) continue;
      for (const [i, { key, value }] of mapping.pairs.entries()) {
        if (!isEmpty[i] || key.kind !== "scalar") continue;
        yield { at: placeIn(segment, value.end > value.start ? value : key), message: `the text in "${key.text}" is empty` };
      }
    }
  },
});
