import { tidy } from "../evidence/answerLabels.ts";
import { writesResponse } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import type { Option } from "../model/instrument.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "duplicate-label",
  severity: "warning",
  summary: "Two options of a response have the same label.",
  looksAt: ["response", "item", "section"],
  needs: writesResponse,
  *check(part, { at }) {
    const first = new Map<string, Option>();
    for (const option of writtenResponse(part)?.options ?? []) {
      const label = tidy(option.label?.own ?? "");
      const known = first.get(label);
      if (label === "") continue;
      if (!known) first.set(label, option);
      else if (known.code !== option.code)
        yield {
          at: at.value(option, "label"),
          message: `"${option.label?.own}" is the label of the codes ${known.code} and ${option.code}`,
          related: [{ at: at.value(known, "label"), message: `code ${known.code}` }],
        };
    }
  },
});
