import { isOfKind } from "../evidence/inSection.ts";
import { MARKS } from "../evidence/marks.ts";
import type { Context } from "./rule.ts";
import { rule } from "./rule.ts";

/** Reported once, at the first item that is about the person. */
export default rule({
  code: "no-consent-before-data",
  severity: "warning",
  summary: "Data about a person are asked for before the person has agreed to take part.",
  looksAt: "item",
  applies: ({ value: item }, context) => !context.verbatim && (item.privacy !== undefined || isOfKind(context, item, "demographics")),
  *check({ value: item }, context) {
    const { at, instrument, marked } = context;
    if (isOfKind(context, item, "consent") || firstPersonal(context) !== item.id || context.isLibrary) return;
    // What stands in another document, or in a section that only its name calls a consent, may be one.
    if (marked(MARKS.include).length > 0 || instrument.sections.ids().some((id) => id.includes("consent") && !isKnown(context, id))) return;
    const place = instrument.items.indexOf(item.id);
    const consents = marked(MARKS.kind("consent"));
    const isBefore = consents.some((section) => marked(MARKS.inSection(section)).every((id) => instrument.items.indexOf(id) < place));
    if (isBefore) return;
    yield {
      at: at.name(item),
      message: `"${item.id}" is about the person, and no section of the kind "consent" stands before it`,
    };
  },
});

const isKnown = ({ marked }: Context, section: string) => marked(MARKS.kind("consent")).includes(section);

/** The first item that has `privacy` or belongs to the demographics. */
const firstPersonal = (context: Context): string | undefined =>
  context.derive("first personal item", ({ instrument, marked }) => {
    const items = [
      ...["direct_identifier", "indirect_identifier", "special_category"].flatMap((kind) => marked(MARKS.privacy(kind))),
      ...marked(MARKS.kind("demographics")).flatMap((section) => marked(MARKS.inSection(section))),
    ].filter((id) => {
      const item = instrument.items.get(id);
      return item && !isOfKind({ instrument }, item, "consent");
    });
    return items.reduce<string | undefined>(
      (first, id) => (first === undefined || instrument.items.indexOf(id) < instrument.items.indexOf(first) ? id : first),
      undefined,
    );
  });
