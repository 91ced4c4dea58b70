import { hasEntries } from "../evidence/needs.ts";
import type { Entry, Instrument, Response } from "../model/instrument.ts";
import { possibleAnswers, responseOf } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { remember } from "../remember.ts";
import { rule } from "./rule.ts";

/**
 * Foreign is who has another kind of id than both ends (`extra` in `phq1..phq9`), is marked as unscored, gives no number, or is the only one
 * that is answered on other options.
 */
export default rule({
  code: "span-catches-foreign-item",
  severity: "warning",
  summary: "A span takes in an item between its ends that does not look like the others.",
  looksAt: "score",
  needs: hasEntries,
  *check({ value: score }, { at, instrument, scoring }) {
    for (const entry of score.entries ?? []) {
      const found = foreignIn(entry, scoring);
      const item = found && instrument.items.get(found.id);
      if (!found || !item) continue;
      yield {
        at: at.whole(entry),
        message: `"${found.id}" stands between "${entry.first}" and "${entry.last}" and counts in "${score.id}", and ${found.why}`,
        related: [{ at: at.name(item), message: `"${found.id}" stands here` }],
      };
    }
  },
});

function foreignIn({ first, last }: Entry, instrument: Instrument): { readonly id: string; readonly why: string } | undefined {
  const ids = last === undefined || !instrument.items.has(first) ? undefined : instrument.items.span(first, last);
  if (!ids || last === undefined || ids.length < 3) return undefined;
  const [start, end] = [numbered(first), numbered(last)];
  // Where the ends give no number either, nothing foreign stands between them.
  const isNumbered = [first, last].every((id) => {
    const item = instrument.items.get(id);
    return item !== undefined && !hasNoNumber(possibleAnswers(instrument, item));
  });
  for (const id of ids.slice(1, -1)) {
    const item = instrument.items.get(id);
    if (!item) continue;
    if (start !== undefined && start === end && numbered(id) !== start) return { id, why: "its id is of another kind" };
    if (!item.scored) return { id, why: 'it is marked as "scored: false"' };
    if (isNumbered && responseOf(instrument, item) && hasNoNumber(possibleAnswers(instrument, item)))
      return { id, why: "its answers are no numbers" };
  }
  const odd = ids.length < 4 ? undefined : oddOneOut(ids, instrument);
  return odd !== undefined && odd !== first && odd !== last ? { id: odd, why: "it alone is answered on other options" } : undefined;
}

/** The one item that has a response of its own where all others have one in common. Another range of codes is a finding of its own. */
function oddOneOut(ids: readonly string[], instrument: Instrument): string | undefined {
  const by = new Map<Response | undefined, string[]>();
  for (const id of ids) {
    const item = instrument.items.get(id);
    const response = item && responseOf(instrument, item);
    remember(by, response, () => []).push(id);
    if (by.size > 2) return undefined;
  }
  const [one, other] = [...by].sort(([, a], [, b]) => a.length - b.length);
  const [odd] = one?.[1] ?? [];
  if (!one?.[0] || !other?.[0] || one[1].length !== 1 || odd === undefined) return undefined;
  return codesOf(one[0]) === codesOf(other[0]) ? odd : undefined;
}

const codesOf = ({ options }: Response): string =>
  options.flatMap(({ code, missing, score }) => (missing ? [] : [`${code}=${score ? printExact(score) : ""}`])).join(" ");

/** What stands before the number of an id such as `phq9_05a`; undefined of one without a number at its end. */
const numbered = (id: string): string | undefined => /^(.*?[a-z_])\d+[a-z]?$/.exec(id)?.[1];

const hasNoNumber = (possible: ReturnType<typeof possibleAnswers>): boolean =>
  possible?.kind === "other" || (possible?.kind === "codes" && possible.answers.every(({ score }) => score === undefined));
