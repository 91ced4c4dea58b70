import { firstItemOf } from "../evidence/firstItemOf.ts";
import { includedItems } from "../evidence/includedItems.ts";
import { MARKS } from "../evidence/marks.ts";
import { type Context, rule } from "./rule.ts";

/** Silent on an item that the screening itself needs. */
export default rule({
  code: "screen-out-after-sensitive",
  severity: "warning",
  summary: "People are screened out after they have answered something sensitive.",
  looksAt: "section",
  *check(part, context) {
    const { at, instrument, references, verbatim } = context;
    const { screenOut } = part.value;
    if (!screenOut || verbatim) return;
    const needed = new Set(references(part).map(({ id }) => id));
    const first = firstItemOf(part, context);
    if (first === undefined) return;
    const place = instrument.items.indexOf(first);
    const early = sensitive(context).find((id) => !needed.has(id) && instrument.items.indexOf(id) < place);
    const item = early === undefined ? undefined : instrument.items.get(early);
    if (!item) return;
    yield {
      at: at.value(part.value, "screenOut"),
      message: `people are screened out here after they have answered "${item.id}", which is sensitive: screen first`,
      related: [{ at: at.name(item), message: `"${item.id}"` }],
    };
  },
});

/** Those of the document, and those that it includes from libraries. */
function sensitive(context: Context): readonly string[] {
  const own = context.marked(MARKS.privacy("special_category"));
  const sections = context.marked(MARKS.include);
  if (sections.length === 0) return own;
  const included = sections.flatMap((section) => includedItems(section, context));
  return [...own, ...included.filter((id) => context.instrument.items.get(id)?.privacy === "special_category")];
}
