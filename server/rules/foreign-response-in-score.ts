import { hasEntries } from "../evidence/needs.ts";
import type { Instrument, Response } from "../model/instrument.ts";
import { type Member, membersOf, possibleAnswers, responseOf } from "../model/resolve.ts";
import { parseExact } from "../number/exact.ts";
import { rule } from "./rule.ts";

/** Items whose answers have no numbers at all, or no two ends among items on a rating. Other ends are `mixed-ranges-in-score`. */
export default rule({
  code: "foreign-response-in-score",
  severity: "warning",
  mayBe: "error",
  summary: "An item of a score gives no number, or is answered in another way than all the others.",
  looksAt: "score",
  needs: hasEntries,
  yieldsTo: ["mixed-ranges-in-score", "span-catches-foreign-item", "mixed-polarity-in-score"],
  *check({ value: score }, { at, scoring: instrument }) {
    const { members } = membersOf(instrument, score);
    const none = members.filter((member) => member.item && !member.recode && kindOf(member, instrument) === "no numbers");
    const [lost] = none;
    const where = lost && score.entries?.[lost.place];
    if (lost && where) {
      const response = lost.item && responseOf(instrument, lost.item);
      yield {
        at: at.whole(where),
        severity: "error",
        message: `"${lost.id}"${none.length > 1 ? ` and ${none.length - 1} more give` : " gives"} no number to "${score.id}": it is answered ${WORDS[response?.type ?? "choice"]}${response?.type === "choice" ? remedyFor(response) : ""}`,
      };
      return;
    }
    if (members.some(({ recode, item }) => recode !== undefined || !item)) return;
    if (new Set(members.map(({ item }) => item && responseOf(instrument, item))).size < 2) return;
    const kinds = members.map((member) => ({ member, kind: kindOf(member, instrument) }));
    const points = kinds.filter(({ kind }) => kind === "points");
    const odd = kinds.filter(({ kind }) => kind === "open");
    const [first] = odd;
    const entry = first && score.entries?.[first.member.place];
    const usual = points[0]?.member.item;
    if (!first || !entry || !usual || odd.length !== 1 || points.length < 2 || points.length !== members.length - 1) return;
    yield {
      at: at.whole(entry),
      message: `"${first.member.id}" is a number without a lowest and highest value, while the other items of "${score.id}" are answered on points as "${usual.id}" is`,
    };
  },
});

/** Codes that would be numbers but for the quotation marks around them are what other programs write. */
function remedyFor({ options }: Response): string {
  const quoted = options.find(({ code, number, missing }) => !missing && number === undefined && parseExact(code));
  return quoted
    ? ` (in quotation marks a code is text: write ${quoted.code} without them, or give the options a "score")`
    : ' (give its options a "score")';
}

function kindOf({ item }: Member, instrument: Instrument): "points" | "open" | "no numbers" | "unknown" {
  const response = item && responseOf(instrument, item);
  const possible = item && possibleAnswers(instrument, item);
  if (!response || !possible || item.key !== undefined) return "unknown";
  if (possible.kind === "other") return "no numbers";
  if (possible.kind === "codes") return possible.answers.some(({ score }) => score !== undefined) ? "points" : "no numbers";
  return possible.low && possible.high ? "unknown" : "open";
}

const WORDS: Record<Response["type"], string> = {
  choice: "with codes that are no numbers",
  multiple: "with any number of codes",
  rating: "with points",
  vas: "with points",
  integer: "with a number",
  decimal: "with a number",
  text: "with a text",
  date: "with a date",
  time: "with a clock time",
  duration: "with a duration",
  rank: "with a ranking",
  allocate: "with points to share out",
  file: "with a file",
};
