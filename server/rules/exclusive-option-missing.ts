import { lexiconOf } from "../evidence/lexicon/lexicon.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { fieldOf } from "../model/origins.ts";
import { placeIn } from "../syntax/place.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "exclusive-option-missing",
  severity: "warning",
  summary: 'An option such as "None of these" can be ticked together with others.',
  looksAt: ["response", "item", "section"],
  needs: (part) => writtenResponse(part)?.type === "multiple",
  *check(part, { at, language }) {
    const response = writtenResponse(part);
    const lexicon = lexiconOf(language);
    if (!lexicon || response?.type !== "multiple" || response.options.length < 2) return;
    for (const option of response.options) {
      if (option.exclusive || option.missing || !option.label || !lexicon.noneOption.test(option.label.own.trim())) continue;
      const label = fieldOf(option, "label");
      const isShort = label?.value.kind === "scalar" && label.key.kind === "scalar" && label.key.text === option.code;
      const place = isShort ? placeIn(label.segment, label.value) : undefined;
      yield {
        at: at.value(option, "label"),
        message: `"${option.label.own}" can be ticked together with other options: mark it with "exclusive: true"`,
        fixes: place
          ? [
              {
                title: "Mark the option as exclusive",
                safe: true,
                edits: [{ at: place, newText: `{label: ${place.segment.text.slice(place.start, place.end)}, exclusive: true}` }],
              },
            ]
          : [],
      };
    }
  },
});
