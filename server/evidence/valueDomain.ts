import type { Recode } from "../model/instrument.ts";
import { type Member, possibleAnswers, type Recodable, recodable } from "../model/resolve.ts";
import { type Exact, ONE, ZERO } from "../number/exact.ts";
import type { Context } from "../rules/rule.ts";
import type { PossibleRange } from "../scoring/range.ts";

/** What a recode or a table is asked for: listed values, or numbers between two ends of which a value between two others can be asked for. */
export type ValueDomain =
  | { readonly kind: "listed"; readonly values: readonly Recodable[] }
  | {
      readonly kind: "numbers";
      readonly low?: Exact;
      readonly high?: Exact;
      /** A value that is reached strictly between two others (an end that is undefined is open); undefined where there is none or it is not known. */
      between(from: Exact | undefined, to: Exact | undefined): Exact | undefined;
      isReached(value: Exact): boolean;
    };

/** What an entry of a score is before its recode. Undefined where it is not known exactly. */
export function domainOfMember(member: Member, context: Context): ValueDomain | undefined {
  const { item } = member;
  if (!item) return member.score ? domainOfScore(member.id, context) : undefined;
  const possible = possibleAnswers(context.scoring, item);
  if (possible?.kind === "codes") return { kind: "listed", values: possible.answers.map((answer) => recodable(item, answer)) };
  if (possible?.kind !== "interval") return undefined;
  if (item.key !== undefined) return { kind: "listed", values: [{ number: ZERO }, { number: ONE }] };
  const { low, high, step } = possible;
  const inside = (value: Exact) => (!low || value.gte(low)) && (!high || value.lte(high));
  return {
    kind: "numbers",
    low,
    high,
    isReached: (value) => inside(value) && (step === undefined || value.sub(low ?? ZERO).divisible(step)),
    between: (from, to) => {
      const start = from === undefined || low?.gt(from) ? undefined : from;
      const value = step === undefined ? middle(start ?? low, to, high) : nextStep(start, low, step);
      if (value === undefined || !inside(value)) return undefined;
      return (from === undefined || value.gt(from)) && (to === undefined || value.lt(to)) ? value : undefined;
    },
  };
}

export function domainOfScore(id: string, { possibleRange }: Context): ValueDomain | undefined {
  const possible = possibleRange(id);
  return possible && domainOfRange(possible);
}

/** The numbers of a proved range; undefined where it has none. */
export function domainOfRange(possible: PossibleRange): ValueDomain | undefined {
  if (possible.min === undefined && possible.max === undefined) return undefined;
  if (possible.attainable) return { kind: "listed", values: possible.attainable.map((number) => ({ number })) };
  return {
    kind: "numbers",
    low: possible.min,
    high: possible.max,
    isReached: (value) => possible.reaches({ value, open: false }, { value, open: false }).possible === "yes",
    between: (from, to) => {
      const reach = possible.reaches({ value: from, open: true }, { value: to, open: true });
      return reach.possible === "yes" ? reach.value : undefined;
    },
  };
}

/** Any value between two of which one may be open. */
function middle(from: Exact | undefined, to: Exact | undefined, high: Exact | undefined): Exact | undefined {
  const end = to && high?.lt(to) ? high : (to ?? high);
  if (from && end) return from.add(end).div(2);
  return from ? from.add(1) : end?.sub(1);
}

/** The lowest value in steps from the lowest end that lies above another. */
function nextStep(from: Exact | undefined, low: Exact | undefined, step: Exact): Exact | undefined {
  if (from === undefined) return low;
  const start = low ?? ZERO;
  return start.add(from.sub(start).div(step).floor().add(1).mul(step));
}

/** The ends of a recode's rows in order, each once. */
export function limitsOf(recode: Recode): readonly Exact[] {
  const limits = recode.rows.flatMap(({ match }) =>
    match.kind === "interval" ? [match.low, match.high] : match.kind === "code" ? [match.number] : [],
  );
  const known = limits.filter((limit): limit is Exact => limit !== undefined).sort((a, b) => a.compare(b));
  return known.filter((limit, i) => i === 0 || !limit.equals(known[i - 1] ?? limit));
}

/** Values that stand for all others of a domain: the rows of the recode treat every stretch between two limits alike. */
export function samplesOf(domain: ValueDomain, recode: Recode): readonly Recodable[] {
  if (domain.kind === "listed") return domain.values;
  const limits = limitsOf(recode);
  // Nobody who left out a lowest value meant negative numbers, where all limits are above 0.
  const below = domain.low === undefined && limits[0] && limits[0].s >= 0n ? undefined : domain.between(undefined, limits[0]);
  const values: (Exact | undefined)[] = [below];
  limits.forEach((limit, i) => {
    values.push(domain.isReached(limit) ? limit : undefined, domain.between(limit, limits[i + 1]));
  });
  for (const end of [domain.low, domain.high]) if (end && domain.isReached(end)) values.push(end);
  return values.flatMap((number) => (number ? [{ number }] : [])).sort((a, b) => a.number.compare(b.number));
}
