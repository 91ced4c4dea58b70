import type { PanelGroup } from "../model/delphi.ts";
import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "affected-people-not-on-panel",
  severity: "warning",
  summary: "No group of the panel are the people whom the result concerns.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { groups } = part.value.panel;
    if (groups.size > 0 && !groups.values().some((group) => group.affected || isUnreadable(group)))
      yield {
        at: at.key(part.value.panel, "groups"),
        message: `no group is marked with "affected: true": the people whom the result concerns belong on the panel`,
      };
  },
});

/** Written as something else than true or false, which is reported as such. */
function isUnreadable(group: PanelGroup): boolean {
  const written = fieldOf(group, "affected")?.value;
  return written !== undefined && !(written.kind === "scalar" && typeof written.value === "boolean");
}
