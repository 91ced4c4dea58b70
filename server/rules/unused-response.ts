import { nearest } from "../expression/nearest.ts";
import type { PartOf } from "../model/parts.ts";
import { type Context, rule } from "./rule.ts";

export default rule({
  code: "unused-response",
  severity: "warning",
  summary: "A response is defined, and no item or section is answered on it.",
  looksAt: "response",
  *check(part, context) {
    const { at, users, references } = context;
    const used = users(part.id).some((user) => references(user).some(({ target, id }) => target === "response" && id === part.id));
    if (!used && !context.isLibrary && !isAliased(part, context) && !isMeant(part.id, context))
      yield { at: at.name(part.value), message: `no item is answered on "${part.id}"` };
  },
});

/** Whether an item, a section or another response has it by an alias (`&agree5`, `*agree5`). */
function isAliased({ value: written, field }: PartOf<"response">, { instrument: { items, sections, responses } }: Context): boolean {
  if (field.value.kind === "alias" || !field.segment.names) return false;
  return (
    [items, sections].some((all) => all.values().some(({ response }) => response === written)) ||
    responses.values().some((other) => other.id !== written.id && other.options === written.options)
  );
}

/** Whether a misspelt name elsewhere was most likely meant to be this one: that is then the finding. */
function isMeant(id: string, context: Context): boolean {
  const meant = context.fact("responses meant", ({ scoring: { responses, items, sections } }) => {
    const names = new Set(
      [...items.values(), ...sections.values()].flatMap(({ response }) => (typeof response === "string" ? [response] : [])),
    );
    return [...names].flatMap((name) => (responses.has(name) ? [] : (nearest(name, responses.ids()) ?? []))).join("\n");
  });
  return meant.split("\n").includes(id);
}
