import { rule } from "./rule.ts";

/** An open round and a mixed one ask for suggestions by themselves. */
export default rule({
  code: "nothing-suggested",
  severity: "warning",
  summary: "A round adds what was suggested, and no round before it asks for suggestions, or the last round asks for some.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { rounds } = part.value;
    const asking = rounds.filter(({ suggest, mode }) => suggest || mode === "open" || mode === "mixed");
    const adding = rounds.filter(({ add }) => add === "suggested");
    for (const round of adding)
      if (!asking.some(({ number }) => number < round.number))
        yield {
          at: at.value(round, "add"),
          message: `round ${round.number} adds what was suggested, and no round before it asks for suggestions (say "suggest" there)`,
        };
    const last = rounds.at(-1);
    if (last?.suggest && rounds.length > 1)
      yield { at: at.key(last, "suggest"), message: `round ${last.number} is the last: what is suggested in it is never rated` };
  },
});
