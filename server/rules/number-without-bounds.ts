import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "number-without-bounds",
  severity: "warning",
  summary: "A number is asked for without the lowest and the highest that can be true.",
  looksAt: ["response", "item", "section"],
  *check(part, { at }) {
    const response = writtenResponse(part);
    if (response?.type !== "integer" && response?.type !== "decimal") return;
    const [low, high] = [response.min ?? response.from, response.max ?? response.to];
    if (low && high) return;
    const lacking = !low && !high ? `"min" and "max" are` : low ? `"max" is` : `"min" is`;
    yield { at: at.value(response, "type"), message: `${lacking} not given: a slip such as 1959 for 59 would be taken as it stands` };
  },
});
