import { MARKS, sameStem } from "../evidence/marks.ts";
import type { Item } from "../model/instrument.ts";
import type { Context } from "./rule.ts";
import { rule } from "./rule.ts";

/** In sections with different texts one stem asks two things, and so it does behind two conditions. */
export default rule({
  code: "same-stem-twice",
  severity: "warning",
  summary: "Two items have the same text.",
  looksAt: "item",
  needs: ({ value: item }) => item.stem !== undefined && !item.when,
  applies: ({ value: item }, { marked, verbatim }) =>
    !verbatim && item.stem !== undefined && marked(MARKS.stem(sameStem(item.stem))).length > 1,
  *check({ value: item }, context) {
    const { at, instrument, marked } = context;
    if (!item.stem) return;
    const stem = sameStem(item.stem);
    const same = marked(MARKS.stem(stem));
    const place = same.indexOf(item.id);
    if (stem === "" || place < 1 || item.when) return;
    const twin = same.slice(0, Math.min(place, MOST)).flatMap((id) => {
      const other = instrument.items.get(id);
      return other && other !== item && !other.when && isAskedAlike(item, other, context) ? [other] : [];
    })[0];
    if (!twin) return;
    yield {
      at: at.value(item, "stem"),
      message: `"${item.id}" has the same text as "${twin.id}"`,
      related: [{ at: at.value(twin, "stem"), message: `"${twin.id}"` }],
    };
  },
});

/** So many earlier ones are compared. */
const MOST = 20;

function isAskedAlike(a: Item, b: Item, { instrument }: Context): boolean {
  if (a.section === b.section) return a.response === b.response || typeof a.response !== "string" || typeof b.response !== "string";
  const [first, second] = [instrument.sections.get(a.section), instrument.sections.get(b.section)];
  if (!first || !second || first.when || second.when || first.response !== second.response || a.response !== b.response) return false;
  return first.title?.own === second.title?.own && first.text?.own === second.text?.own && first.parent === second.parent;
}
