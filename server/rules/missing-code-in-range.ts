import { missingCodes } from "../evidence/missingCodes.ts";
import { holdsResponse } from "../evidence/needs.ts";
import { heldResponse, isScoredOn, scoreOf } from "../evidence/writtenResponse.ts";
import { fieldOf } from "../model/origins.ts";
import { placeIn } from "../syntax/place.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "missing-code-in-range",
  severity: "error",
  summary: 'A code for "no answer" counts as an answer in a score.',
  looksAt: ["response", "item", "section"],
  needs: holdsResponse,
  *check(part, context) {
    const response = heldResponse(part);
    const suspects = response ? missingCodes(response) : [];
    if (suspects.length === 0 || !isScoredOn(part, context)) return;
    for (const option of suspects) {
      const value = scoreOf(option)?.toFraction();
      const said = option.label ? `"${option.label.own}"` : `code ${option.code}`;
      const label = fieldOf(option, "label");
      const short =
        label?.value.kind === "scalar" && label.name === "label" && label.key.kind === "scalar" && label.key.text === option.code;
      const at = short && label ? placeIn(label.segment, label.value) : undefined;
      yield {
        at: context.at.name(option),
        message: `${said} counts as ${value} in every score: mark it with "missing: true"`,
        fixes: at
          ? [
              {
                title: "Mark the option as missing",
                safe: false,
                edits: [{ at, newText: `{label: ${at.segment.text.slice(at.start, at.end)}, missing: true}` }],
              },
            ]
          : [],
      };
    }
  },
});
