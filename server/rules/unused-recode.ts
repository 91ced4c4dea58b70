import { rule } from "./rule.ts";

export default rule({
  code: "unused-recode",
  severity: "warning",
  summary: "A recode is defined, and no score uses it.",
  looksAt: "recode",
  *check(part, context) {
    const { at, users, references } = context;
    const used = users(part.id).some((user) => references(user).some(({ target, id }) => target === "recode" && id === part.id));
    if (!used && !context.isLibrary) yield { at: at.name(part.value), message: `no score recodes its items by "${part.id}"` };
  },
});
