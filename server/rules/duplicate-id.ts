import type { Part } from "../model/parts.ts";
import { remember } from "../remember.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "duplicate-id",
  severity: "error",
  summary: "Two items, scores, responses or other named things have the same id.",
  looksAt: "metadata",
  *check(_, { at, namesakes }) {
    const firsts = new Map<Part["kind"], Map<string, Part>>();
    for (const part of namesakes()) {
      if (part.kind === "metadata") continue;
      const first = remember(firsts, part.kind === "score" ? "item" : part.kind, () => new Map<string, Part>());
      const known = first.get(part.id);
      if (!known) first.set(part.id, part);
      else if (known.kind === part.kind)
        yield {
          at: at.name(part.value),
          message: `"${part.id}" is the id of two ${WORDS[part.kind]}: every id is used once`,
          related: [{ at: at.name(known.value), message: `the first "${part.id}"` }],
        };
    }
  },
});

export const WORDS: Record<Part["kind"], string> = {
  metadata: "documents",
  response: "responses",
  section: "sections",
  item: "items",
  score: "scores",
  recode: "recodes",
  table: "tables",
  test: "tests",
  effect: "results",
  delphi: "studies",
  guide: "guides",
  study: "studies",
};
