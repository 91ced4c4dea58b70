import { covariatesOf } from "../evidence/covariates.ts";
import { isLibrary } from "../evidence/isLibrary.ts";
import { rule } from "./rule.ts";

/** A covariate that no item has at all is a name that is defined nowhere, and is told as such. */
export default rule({
  code: "covariate-not-collected",
  severity: "error",
  summary: "Bands, a cut-off or norms go by an answer that people may leave out.",
  looksAt: ["score", "table"],
  *check(part, context) {
    const { instrument, at, users } = context;
    if (part.kind === "table" && !users(part.id).some(({ kind }) => kind === "score")) return;
    const told = new Set<string>();
    for (const { id, at: here, of } of covariatesOf(part)) {
      const item = instrument.items.get(id);
      if (item?.require !== false || told.has(id) || isLibrary(context)) continue;
      told.add(id);
      yield {
        at: here,
        message: `${of} ${of === "the bands" ? "go" : "goes"} by "${id}", and "${id}" may be left out: whoever does has no result (add "require: true" to it)`,
        related: [{ at: at.name(item), message: `"${id}" is not required` }],
      };
    }
  },
});
