import { mayHoldLanguages, writesResponse } from "../evidence/needs.ts";
import { translationDifference } from "../evidence/translationDifference.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { type WrittenLanguages, writtenLanguages } from "../evidence/writtenScalars.ts";
import type { Text } from "../model/instrument.ts";
import { fieldOf, type Origins } from "../model/origins.ts";
import type { PartOf } from "../model/parts.ts";
import { placeIn } from "../syntax/place.ts";
import type { Finding } from "./rule.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "translation-drift",
  severity: "error",
  summary: "A text in one language does not hold what it holds in another: an option, an inserted answer, a number.",
  looksAt: ["metadata", "response", "section", "item", "score"],
  needs: (part) => mayHoldLanguages(part) || (part.kind !== "metadata" && part.kind !== "score" && writesResponse(part)),
  *check(part, { at, language, instrument }) {
    const fields =
      part.kind === "metadata" ? (["title", "description"] as const).flatMap((key) => fieldOf(part.value, key) ?? []) : undefined;
    for (const written of writtenLanguages(part, fields)) yield* comparedTexts(written);
    if (part.kind !== "response" && part.kind !== "item" && part.kind !== "section") return;
    yield* lackingTexts(part, instrument.metadata.title, at);
    const all = writtenResponse(part)?.options ?? [];
    if (!all.some(({ label }) => label && label.languages.size > 0)) return;
    const options = all.filter((option) => /\p{L}/u.test(option.label?.own ?? ""));
    const tags = new Set(options.flatMap((option) => [...(option.label?.languages.keys() ?? [])]));
    for (const tag of tags) {
      // A label that is one text for all is in the language of the document.
      const lacking = options.filter(
        (option) => !option.label?.languages.has(tag) && !(option.label?.languages.size === 0 && tag === language),
      );
      if (lacking.length * 2 > options.length) continue;
      for (const option of lacking)
        yield { at: at.value(option, "label"), message: `the label of "${option.code}" is not given in "${tag}", as others are` };
    }
  },
});

/** A language in which the title stands is meant to be whole; where all of it is in a file of its own the title is there too. */
function* lackingTexts(part: PartOf<"response" | "item" | "section">, title: Text | undefined, at: Origins): Iterable<Finding> {
  const texts = part.kind === "item" ? [{ text: part.value.stem, place: () => at.value(part.value, "stem") }] : [];
  if (part.kind === "section")
    texts.push(
      { text: part.value.title, place: () => at.value(part.value, "title") },
      { text: part.value.text, place: () => at.value(part.value, "text") },
    );
  for (const { text, place } of texts) {
    if (!text || text.languages.size === 0) continue;
    const lacking = [...(title?.languages.keys() ?? [])].filter((tag) => !text.languages.has(tag));
    if (lacking.length === 0) continue;
    const tags = lacking.map((tag) => `"${tag}"`).join(" and ");
    yield { at: place(), severity: "warning", message: `this text is not given in ${tags}, as the title is` };
  }
}

function* comparedTexts({ segment, mapping }: WrittenLanguages): Iterable<Finding> {
  const texts = mapping.pairs.flatMap(({ key, value }) =>
    key.kind === "scalar" && value.kind === "scalar" && value.text.trim() !== "" ? [{ tag: key.text, value }] : [],
  );
  const [own, ...others] = texts;
  if (!own) return;
  for (const { tag, value } of others) {
    const found = translationDifference({ words: own.value.text, tag: own.tag }, { words: value.text, tag });
    if (found) yield { at: placeIn(segment, value), ...found };
  }
}
