import { isDrawnWith } from "../evidence/drawnWith.ts";
import { firstItemOf } from "../evidence/firstItemOf.ts";
import { namesItems } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "piped-before-asked",
  severity: "error",
  summary: "A text shows an answer that is given only later.",
  looksAt: ["item", "section"],
  needs: namesItems,
  *check(part, context) {
    const { instrument, references, source, at } = context;
    const { items } = instrument;
    const isPiped = ({ at: place, id, inFormula }: ReturnType<typeof references>[number]) =>
      !inFormula && place.segment.text[place.start - 1] === "{" && place.segment.text[place.end] === "}" && source(place) === id;
    const shown = references(part).filter(isPiped);
    if (shown.length === 0) return;
    const first = firstItemOf(part, context);
    if (first === undefined) return;
    for (const { id, at: place } of shown) {
      const item = items.get(id);
      if (item && part.kind === "item" && items.inOrder([id, first])[0] === id && isDrawnWith(part.value, item, context))
        yield {
          at: place,
          severity: "warning",
          message: `"${id}" stands in the same section, which is asked in random order: for some people there is no answer yet to show`,
          related: [{ at: at.name(item), message: `"${id}" is asked here` }],
        };
      if (!item || (id !== first && items.inOrder([id, first])[0] === id)) continue;
      yield {
        at: place,
        message: `"${id}" is asked ${id === first ? "here itself" : "only later"}: there is no answer yet to show`,
        related: [{ at: at.name(item), message: `"${id}" is asked here` }],
      };
    }
  },
});
