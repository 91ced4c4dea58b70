import type { Instrument, Recode } from "../model/instrument.ts";
import {
  endsBeforeReversal,
  isCode,
  type Member,
  type PossibleAnswer,
  possibleAnswers,
  recodable,
  recoded,
  responseOf,
} from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { pairedOptions } from "./pairedOptions.ts";
import { shown } from "./texts.ts";

/** One version's member of a score. */
export interface Contributing {
  readonly instrument: Instrument;
  readonly member: Member;
}

/**
 * Why the same answer to an item counts otherwise in the new version than in the old one; undefined where every answer that both know counts
 * the same. Answers are the same where their options are (`pairedOptions.ts`), so a code that moved with its key does no harm.
 */
export function contributionChange(old: Contributing, now: Contributing, language: string | undefined): string | undefined {
  if (old.member.item === undefined || now.member.item === undefined) {
    const [was, is] = [describe(old), describe(now)];
    return was === is ? undefined : `"${now.member.id}" counted ${was} and now counts ${is}`;
  }
  const [before, after] = [values(old), values(now)];
  if (typeof before === "string" || typeof after === "string") {
    if (before === after) return undefined;
    const [was, is] = [text(before, old), text(after, now)];
    return was === is ? `the answers to "${now.member.id}" count otherwise` : `"${now.member.id}" counted ${was} and now counts ${is}`;
  }
  const paired = pairedOptions(responseOf(old.instrument, old.member.item), responseOf(now.instrument, now.member.item), language);
  for (const [code, value] of after) {
    const option = paired.both.find(({ now: one }) => isCode(code, one));
    const former = [...before].find(([other]) => (option ? isCode(other, option.old) : other === code));
    if (former === undefined || former[1] === value) continue;
    const name = option?.now.label ? shown(option.now.label.own) : code;
    return `${name} of "${now.member.id}" counted ${former[1]} and now counts ${value}`;
  }
  return undefined;
}

/** What each answer counts, by its code; of numbers that are not listed how they are turned into one. */
function values({ instrument, member }: Contributing): ReadonlyMap<string, string> | string {
  const possible = member.item && possibleAnswers(instrument, member.item);
  if (member.item === undefined || possible?.kind !== "codes") return describe({ instrument, member });
  const ends = endsBeforeReversal(instrument, member, () => undefined);
  const { item } = member;
  const counted = (answer: PossibleAnswer): string => {
    const result = member.recode ? recoded(member.recode, recodable(item, answer)) : undefined;
    if (result && result.kind !== "number") return result.kind === "missing" ? "as missing" : "nothing";
    const value = result ? result.value : answer.score;
    if (value === undefined) return "nothing";
    return printExact(turned(value, member, ends).mul(member.weight));
  };
  return new Map(possible.answers.map((answer) => [answer.code, counted(answer)]));
}

function turned(value: Exact, { reversed }: Member, ends: { readonly low?: Exact; readonly high?: Exact } | undefined): Exact {
  return reversed && ends?.low && ends.high ? ends.low.add(ends.high).sub(value) : value;
}

function describe({ member: { reversed, weight, recode } }: Contributing): string {
  const parts = [reversed ? "reversed" : "as it is"];
  if (!weight.equals(1)) parts.push(`times ${printExact(weight)}`);
  if (recode) parts.push(`recoded by ${recodeText(recode)}`);
  return parts.join(", ");
}

const text = (value: ReadonlyMap<string, string> | string, from: Contributing): string =>
  typeof value === "string" ? value : describe(from);

/** A recode as one line, whatever it is called. */
export function recodeText(recode: Recode): string {
  return recode.rows
    .map(({ match, to }) => {
      const result = to === undefined ? "missing" : printExact(to);
      if (match.kind === "else") return `else ${result}`;
      if (match.kind === "code") return `${match.number ? printExact(match.number) : match.code}: ${result}`;
      const low = match.low === undefined ? "" : `${match.lowOpen ? "above" : "from"} ${printExact(match.low)}`;
      const high = match.high === undefined ? "" : `${match.highOpen ? "below" : "to"} ${printExact(match.high)}`;
      return `${[low, high].filter((part) => part !== "").join(" ")}: ${result}`;
    })
    .join(", ");
}
