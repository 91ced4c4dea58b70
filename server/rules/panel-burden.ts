import { rule } from "./rule.ts";

export default rule({
  code: "panel-burden",
  severity: "info",
  summary: "A panellist is asked for very many ratings.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { rounds, statements } = part.value;
    const rated = rounds.filter(({ mode }) => mode !== "open");
    const asked = rated.map((round) => statements.values().filter(({ introduced }) => introduced <= round.number).length);
    const most = asked.reduce((sum, count) => sum + count, 0);
    if (most > MOST)
      yield {
        at: at.key(part.value, "statements"),
        message: `up to ${most} ratings are asked of each panellist in ${rated.length} rounds`,
      };
  },
});

/** Of core outcome sets few ask for more. */
const MOST = 300;
