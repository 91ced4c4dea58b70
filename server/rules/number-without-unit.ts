import { itemsOn } from "../evidence/itemsOn.ts";
import { lexiconOf } from "../evidence/lexicon/lexicon.ts";
import { holdsNumber } from "../evidence/needs.ts";
import { spokenTexts } from "../evidence/wording.ts";
import { heldResponse } from "../evidence/writtenResponse.ts";
import type { Item } from "../model/instrument.ts";
import type { Context } from "./rule.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "number-without-unit",
  severity: "warning",
  summary: "A number is asked for, and nothing says in what unit.",
  looksAt: ["response", "item", "section"],
  needs: holdsNumber,
  *check(part, context) {
    const { at, language } = context;
    const response = heldResponse(part);
    if ((response?.type !== "integer" && response?.type !== "decimal") || response.unit || !lexiconOf(language)) return;
    const items = itemsOn(part, context);
    if (items.length === 0 || items.every((item) => saysUnit(item, context))) return;
    yield {
      at: at.value(response, "type"),
      message: `"unit" is not given: people may answer in hours or in minutes, in kilograms or in pounds`,
    };
  },
});

/** Whether the item or its section names what is counted ("How many cups", "in hours"). */
function saysUnit(item: Item, { instrument, language }: Context): boolean {
  const section = instrument.sections.get(item.section);
  const texts = [
    ...spokenTexts(item, "stem", language),
    ...spokenTexts(item, "help", language),
    ...(section ? spokenTexts(section, "text", language) : []),
  ];
  return texts.length === 0 || texts.some(({ text, lexicon }) => lexicon.hasUnit.test(text));
}
