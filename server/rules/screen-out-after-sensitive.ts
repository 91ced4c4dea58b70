import { MARKS } from "../evidence/marks.ts";
import { rule } from "./rule.ts";

/** Silent on an item that the screening itself needs. */
export default rule({
  code: "screen-out-after-sensitive",
  severity: "warning",
  summary: "People are screened out after they have answered something sensitive.",
  looksAt: "section",
  *check(part, { at, instrument, marked, references, verbatim }) {
    const { screenOut } = part.value;
    if (!screenOut || verbatim) return;
    const needed = new Set(references(part).map(({ id }) => id));
    const [firstOwn] = marked(MARKS.inSection(part.id));
    if (firstOwn === undefined) return;
    const place = instrument.items.indexOf(firstOwn);
    const early = marked(MARKS.privacy("special_category")).find((id) => !needed.has(id) && instrument.items.indexOf(id) < place);
    const item = early === undefined ? undefined : instrument.items.get(early);
    if (!item) return;
    yield {
      at: at.value(part.value, "screenOut"),
      message: `people are screened out here after they have answered "${item.id}", which is sensitive: screen first`,
      related: [{ at: at.name(item), message: `"${item.id}"` }],
    };
  },
});
