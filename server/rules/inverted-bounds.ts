import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "inverted-bounds",
  severity: "error",
  summary: "The lower end of a number or a rating lies above its upper end.",
  looksAt: ["response", "item", "section"],
  *check(part, { at, source }) {
    const response = writtenResponse(part);
    if (!response) return;
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
