import { membersOf, neededCount } from "../model/resolve.ts";
import { exact } from "../number/exact.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "ambiguous-missing-rule",
  severity: "info",
  summary: "A share of the entries that must be answered is no whole number of them.",
  looksAt: "score",
  needs: ({ value: score }) => score.missing?.need !== undefined,
  *check({ value: score }, { at, scoring: instrument, source }) {
    const { missing } = score;
    const { members, unknown } = membersOf(instrument, score);
    if (!missing?.need || !("share" in missing.need) || missing.above || members.length === 0 || unknown.length > 0) return;
    if (missing.need.share.mul(exact(members.length)).d === 1n) return;
    const needed = neededCount(missing, members.length);
    const place = at.value(missing, "need");
    yield {
      at: place,
      message: `${source(place)} of ${members.length} entries means ${needed} of them: at least so many are asked for, rounded up`,
    };
  },
});
