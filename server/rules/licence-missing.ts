import { rule } from "./rule.ts";

export default rule({
  code: "licence-missing",
  severity: "warning",
  summary: "An instrument does not say under which licence it may be used.",
  looksAt: "metadata",
  *check({ id, value: metadata }, { at, parts }) {
    const { licence } = metadata;
    if (licence && (licence.name ?? licence.spdx ?? licence.permission ?? licence.url) !== undefined) return;
    if (id !== "instrument" || !parts().some(({ kind }) => kind === "item")) return;
    yield {
      at: licence ? at.key(metadata, "licence") : at.name(metadata),
      message: 'nothing says under which licence these items may be used: add "licence" with its name and "permission"',
    };
  },
});
