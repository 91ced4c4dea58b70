import { recodes } from "../evidence/needs.ts";
import { importedRecodes, recodeUses, written } from "../evidence/recodeUses.ts";
import type { Recode } from "../model/instrument.ts";
import { type Recodable, recoded } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "recode-not-total",
  severity: "error",
  summary: "An answer that can be given, or a value that can be reached, has no row in the recode.",
  looksAt: ["recode", "score"],
  needs: recodes,
  *check(part, context) {
    for (const { recode, entries } of recodeUses(part, context)) {
      for (const { member, values } of entries) {
        const name = recode.id === undefined ? "the recode" : `"${recode.id}"`;
        const message = withoutRow(recode, member.id, values, name);
        if (message === undefined) continue;
        yield { at: context.at.name(recode), message };
        break;
      }
    }
    if (part.kind !== "score") return;
    for (const { recode, entries } of importedRecodes(part, context)) {
      for (const { member, values } of entries) {
        const entry = part.value.entries?.[member.place];
        const named = entry?.recode ?? part.value.recode;
        const message = typeof named === "string" ? withoutRow(recode, member.id, values, `"${named}"`) : undefined;
        if (message === undefined || !entry) continue;
        yield { at: entry.recode === undefined ? context.at.value(part.value, "recode") : context.at.value(entry, "recode"), message };
        break;
      }
    }
  },
});

/** What is wrong where a value has no row. */
function withoutRow(recode: Recode, id: string, values: readonly Recodable[], name: string): string | undefined {
  const lost = values.filter((value) => recoded(recode, value).kind === "no_row");
  const [first, ...more] = lost;
  if (!first) return undefined;
  const shown = more.length > 0 && more.length < 5 ? lost.map(written).join(", ") : written(first);
  const rest = more.length < 5 ? "" : ` and ${more.length} more values`;
  return `"${id}" can be ${shown}${rest}, and ${name} has no row for ${more.length > 0 ? "them" : "it"}: such a score would be missing`;
}
