import { MARKS } from "../evidence/marks.ts";
import { phraseIn, spokenTexts } from "../evidence/wording.ts";
import { responseOf } from "../model/resolve.ts";
import type { Context } from "./rule.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "anonymous-with-identifier",
  severity: "error",
  summary: "A survey that is called anonymous asks who somebody is.",
  looksAt: "item",
  applies: (_, { marked }) => marked(MARKS.anonymous).length > 0,
  *check({ value: item }, context) {
    const { at, instrument, language } = context;
    const type = responseOf(instrument, item)?.type;
    const isWritten = type === "text" || type === "integer" || type === "decimal";
    const [found] = isWritten ? spokenTexts(item, "stem", language).flatMap((stem) => phraseIn(stem, stem.lexicon.identifier) ?? []) : [];
    if (item.privacy !== "direct_identifier" && !found) return;
    yield {
      at: found?.at ?? at.value(item, "privacy"),
      message: `the survey is called anonymous, and "${item.id}" asks ${found ? `for "${found.words}"` : "for something that points to one person"}`,
      related: promise(context),
    };
  },
});

/** Where anonymity is promised. */
function promise({ at, instrument, marked }: Context) {
  const section = marked(MARKS.anonymous).flatMap((id) => instrument.sections.get(id) ?? [])[0];
  if (section) return [{ at: at.value(section, "text"), message: "the promise" }];
  const { metadata } = instrument;
  return [{ at: metadata.anonymous ? at.key(metadata, "anonymous") : at.value(metadata, "description"), message: "the promise" }];
}
