import { writesResponse } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import type { Section } from "../model/instrument.ts";
import type { Origins } from "../model/origins.ts";
import { type Finding, rule } from "./rule.ts";

export default rule({
  code: "inverted-bounds",
  severity: "error",
  summary: "The lower end of a number or a rating lies above its upper end.",
  looksAt: ["response", "item", "section"],
  needs: (part) => part.kind === "section" || writesResponse(part),
  *check(part, { at, source }) {
    if (part.kind === "section") yield* repeats(part.value, at);
    const response = writtenResponse(part);
    if (!response) return;
    const { from, to, step } = response;
    if (from && to && step && from.lt(to) && to.sub(from).lt(step)) {
      const place = at.value(response, "step");
      yield {
        at: place,
        message: `a step of ${source(place)} is wider than the whole way from ${source(at.value(response, "from"))} to ${source(at.value(response, "to"))}`,
      };
    }
    for (const [low, high] of [
      ["from", "to"],
      ["min", "max"],
    ] as const) {
      const [lower, upper] = [response[low], response[high]];
      if (!lower || !upper || lower.compare(upper) <= 0) continue;
      const [first, second] = [at.value(response, low), at.value(response, high)];
      yield {
        at: first,
        message: `"${low}" is ${source(first)} and "${high}" is ${source(second)}: no answer lies between them`,
        related: [{ at: second, message: `"${high}"` }],
        fixes: [
          {
            title: "Exchange the two ends",
            safe: false,
            edits: [
              { at: first, newText: source(second) },
              { at: second, newText: source(first) },
            ],
          },
        ],
      };
    }
  },
});

function* repeats(section: Section, at: Origins): Iterable<Finding> {
  const { min, max } = section.repeat ?? {};
  if (min === undefined || max === undefined || min <= max) return;
  yield { at: at.value(section, "repeat"), message: `section "${section.id}" is to be asked at least ${min} and at most ${max} times` };
}
