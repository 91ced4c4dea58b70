import { rule } from "./rule.ts";

export default rule({
  code: "group-minimum-above-target",
  severity: "error",
  summary: "A group counts only with more panellists than are wanted.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const group of part.value.panel.groups.values())
      if (group.minimum !== undefined && group.target !== undefined && group.minimum > group.target)
        yield { at: at.value(group, "minimum"), message: `"${group.id}" needs ${group.minimum} and is meant to have ${group.target}` };
  },
});
