import { isLibrary } from "../evidence/isLibrary.ts";
import { rule } from "./rule.ts";

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
    if (!used && !isLibrary(context)) yield { at: at.name(part.value), message: `no item is answered on "${part.id}"` };
  },
});
