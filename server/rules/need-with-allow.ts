import { rule } from "./rule.ts";

export default rule({
  code: "need-with-allow",
  severity: "error",
  summary: "A missing rule says both how many must be answered and how many may be missing.",
  looksAt: "score",
  needs: ({ value: { missing } }) => missing?.need !== undefined && missing.allow !== undefined,
  *check({ value: { missing } }, { at }) {
    if (missing?.need === undefined || missing.allow === undefined) return;
    yield {
      at: at.key(missing, "allow"),
      message: `"need" and "allow" are two ways to say one thing: keep one of them`,
      related: [{ at: at.key(missing, "need"), message: `"need" stands here` }],
    };
  },
});
