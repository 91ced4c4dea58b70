import { nearest } from "../expression/nearest.ts";
import type { PartOf } from "../model/parts.ts";
import { type Context, rule } from "./rule.ts";

export default rule({
  code: "unused-response",
  severity: "warning",
  summary: "A response is defined, and no item or section is answered on it.",
  looksAt: "response",
  *check(part, context) {
    const { at, users } = context;
    const used = users(part.id).some(
      (user) => user.kind === "delphi" || ((user.kind === "item" || user.kind === "section") && user.value.response === part.id),
    );
    if (!used && !context.isLibrary && !isAliased(part, context) && !isMeant(part.id, context))
      yield { at: at.name(part.value), message: `no item is answered on "${part.id}"` };
  },
});

/** Whether an item, a section or another response has it by an alias (`&agree5`, `*agree5`). */
function isAliased({ value: written, field }: PartOf<"response">, { instrument: { items, sections, responses } }: Context): boolean {
  if (field.value.kind === "alias") return false;
  return (
    [items, sections].some((all) => all.values().some(({ response }) => response === written)) ||
    responses.values().some((other) => other.id !== written.id && other.options === written.options)
  );
}

/** Whether a misspelt name elsewhere was most likely meant to be this one: that is then the finding. */
function isMeant(id: string, { instrument }: Context): boolean {
  const { responses, items, sections } = instrument;
  const names = new Set(
    [...items.values(), ...sections.values()].map(({ response }) => (typeof response === "string" ? response : undefined)),
  );
  return [...names].some((name) => name !== undefined && !responses.has(name) && nearest(name, responses.ids()) === id);
}
