import { codeGap } from "../evidence/codeGap.ts";
import { writesResponse } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "code-gap",
  severity: "warning",
  summary: "The codes of a response skip a number.",
  looksAt: ["response", "item", "section"],
  needs: writesResponse,
  *check(part, { at }) {
    const response = writtenResponse(part);
    const gap = response && codeGap(response);
    if (!gap) return;
    const { before, after, unused, last } = gap;
    yield {
      at: at.name(after),
      message: `the codes go from ${before.code} to ${after.code}: ${unused.toFraction()} is not used, and "${last.label?.own ?? last.code}" scores ${last.code}`,
    };
  },
});
