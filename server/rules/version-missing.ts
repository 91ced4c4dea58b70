import { rule } from "./rule.ts";

export default rule({
  code: "version-missing",
  severity: "warning",
  summary: "An instrument has no version.",
  looksAt: "metadata",
  *check({ id, value: metadata }, { at, parts }) {
    if (id !== "instrument" || metadata.version !== undefined || !parts().some(({ kind }) => kind === "item")) return;
    yield {
      at: at.name(metadata),
      message: 'this instrument has no version: data can then not say which state of it they were collected with (add "version: 1.0.0")',
    };
  },
});
