import { holdsNumber } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "number-without-bounds",
  severity: "warning",
  summary: "A number is asked for without the lowest and the highest that can be true.",
  looksAt: ["response", "item", "section"],
  needs: holdsNumber,
  *check(part, { at }) {
    const response = writtenResponse(part);
    if (response?.type !== "integer" && response?.type !== "decimal") return;
    // One end left open is a decision; none at all is an oversight.
    if (response.min ?? response.from ?? response.max ?? response.to) return;
    yield {
      at: at.value(response, "type"),
      message: `"min" and "max" are not given: a slip such as 1959 for 59 would be taken as it stands`,
    };
  },
});
