import { rule } from "./rule.ts";

export default rule({
  code: "reminders-under-anonymity",
  severity: "error",
  summary: "Those who have not answered are to be reminded, and nobody knows who they are.",
  looksAt: "delphi",
  *check(part, { at }) {
    if (part.value.anonymity !== "full") return;
    for (const round of part.value.rounds)
      if (round.reminders.length > 0)
        yield { at: at.key(round, "reminders"), message: "under full anonymity nobody can tell who has not answered yet" };
  },
});
