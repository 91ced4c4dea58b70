import { writtenResponse } from "../evidence/writtenResponse.ts";
import { type WrittenLanguages, writtenLanguages } from "../evidence/writtenScalars.ts";
import { fieldOf } from "../model/origins.ts";
import { placeIn } from "../syntax/place.ts";
import type { Scalar } from "../syntax/tree.ts";
import type { Finding } from "./rule.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "translation-drift",
  severity: "error",
  summary: "A text in one language does not hold what it holds in another: an option, an inserted answer, a number.",
  looksAt: ["metadata", "response", "section", "item", "score"],
  *check(part, { at, language }) {
    const fields =
      part.kind === "metadata" ? (["title", "description"] as const).flatMap((key) => fieldOf(part.value, key) ?? []) : undefined;
    for (const written of writtenLanguages(part, fields)) yield* comparedTexts(written);
    if (part.kind !== "response" && part.kind !== "item" && part.kind !== "section") return;
    const options = (writtenResponse(part)?.options ?? []).filter((option) => /\p{L}/u.test(option.label?.own ?? ""));
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

function* comparedTexts({ segment, mapping }: WrittenLanguages): Iterable<Finding> {
  const texts = mapping.pairs.flatMap(({ key, value }) =>
    key.kind === "scalar" && value.kind === "scalar" && value.text.trim() !== "" ? [{ tag: key.text, value }] : [],
  );
  const [own, ...others] = texts;
  if (!own) return;
  for (const { tag, value } of others) {
    const message = difference(own.value, own.tag, value, tag);
    if (message) yield { at: placeIn(segment, value), ...message };
  }
}

const PIPE = /\{[a-z][a-z0-9_]*\}/g;

function difference(own: Scalar, ownTag: string, other: Scalar, tag: string): Pick<Finding, "message" | "severity"> | undefined {
  const [mine, theirs] = [pipes(own.text), pipes(other.text)];
  const missing = mine.find((pipe) => !theirs.includes(pipe));
  if (missing) return { message: `"${missing}" stands in "${ownTag}" and not in "${tag}"` };
  const added = theirs.find((pipe) => !mine.includes(pipe));
  if (added) return { message: `"${added}" stands in "${tag}" and not in "${ownTag}"` };
  // One number in each text: the same thing is counted. Times of the day and more numbers are written in many ways.
  const [a, b] = [numbers(own.text), numbers(other.text)];
  if (a.length === 1 && b.length === 1 && a[0] !== b[0])
    return { severity: "warning", message: `"${ownTag}" says ${a[0]}, and "${tag}" says ${b[0]}` };
  return undefined;
}

const pipes = (text: string): readonly string[] => text.match(PIPE) ?? [];

const numbers = (text: string): readonly string[] => text.replaceAll(PIPE, "").match(/\d+(?:[.,:]\d+)*/g) ?? [];
