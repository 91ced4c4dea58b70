import { writesResponse } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "number-like-id",
  severity: "warning",
  summary: "A code such as 01 is read as the number 1.",
  looksAt: ["response", "item", "section"],
  needs: writesResponse,
  *check(part, { at, source }) {
    for (const option of writtenResponse(part)?.options ?? []) {
      const place = at.name(option);
      const written = source(place);
      const number = option.number ?? (/^0[xo][0-9a-f]+$/i.test(written) ? Number(written) : undefined);
      if (number === undefined || AS_READ.test(written)) continue;
      yield {
        at: place,
        message: `${written} is read as the number ${String(number)}: a code that is more than a number is put in quotation marks`,
        fixes: [{ title: "Put the code in quotation marks", safe: false, edits: [{ at: place, newText: `"${written}"` }] }],
      };
    }
  },
});

/** A number as every reader would write it again. */
const AS_READ = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;
