import { rule } from "./rule.ts";

export default rule({
  code: "phase-cycle",
  severity: "error",
  summary: "Phases of a study come after each other.",
  looksAt: "study",
  *check(part, context) {
    const { phases } = part.value;
    for (const phase of phases.values()) {
      const cycle = [phase.id];
      for (let next = phase.after; next !== undefined && !cycle.includes(next); next = phases.get(next)?.after) cycle.push(next);
      const last = phases.get(cycle.at(-1) ?? "")?.after;
      // One finding for the whole cycle, at the phase of it that stands first.
      if (last !== phase.id || cycle.some((id) => phases.indexOf(id) < phases.indexOf(phase.id))) continue;
      yield {
        at: context.at.value(phase, "after"),
        message: `no phase can begin: ${[...cycle, phase.id].map((id) => `"${id}"`).join(" comes after ")}`,
      };
    }
  },
});
