import { nearest } from "../expression/nearest.ts";
import { responseOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "anchor-missing",
  severity: "error",
  summary: "Waves are counted from a day that is not known.",
  looksAt: "study",
  *check(part, context) {
    const { waves, documents } = part.value;
    if (!waves) return;
    const { at } = context;
    const { anchor } = waves;
    if (anchor === undefined) {
      yield { at: at.name(waves), message: `nothing says from which day the waves are counted: name an item with a date as "anchor"` };
      return;
    }
    const known = documents.values().flatMap(({ document }) => (document?.kind === "instrument" ? [document.instrument] : []));
    // A document that cannot be read may hold it.
    if (known.length === 0 || documents.values().some(({ document }) => !document)) return;
    const home = known.find((instrument) => instrument.items.has(anchor));
    const place = at.value(waves, "anchor");
    const item = home?.items.get(anchor);
    if (!home || !item) {
      const guess = nearest(
        anchor,
        known.flatMap(({ items }) => items.ids()),
      );
      yield {
        at: place,
        message: `no document of the study has an item "${anchor}"${guess === undefined ? "" : `: did you mean "${guess}"?`}`,
      };
      return;
    }
    const response = responseOf(home, item);
    if (response && response.type !== "date")
      yield {
        at: place,
        message: `"${anchor}" is not a date: waves are counted from a day`,
        related: [{ at: at.name(item), message: item.stem?.own ?? anchor }],
      };
  },
});
