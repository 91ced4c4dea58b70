import { rule } from "./rule.ts";

export default rule({
  code: "unused-table",
  severity: "warning",
  summary: "A table is defined, and no score uses it.",
  looksAt: "table",
  *check(part, context) {
    const { at, users, references } = context;
    const used = users(part.id).some((user) => references(user).some(({ target, id }) => target === "table" && id === part.id));
    if (!used && !context.isLibrary) yield { at: at.name(part.value), message: `no score looks anything up in "${part.id}"` };
  },
});
