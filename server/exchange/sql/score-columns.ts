import type { Band, Bands, Instrument, Score } from "../../model/instrument.ts";
import { type Ends, endsBeforeReversal, type Member, membersOf, neededCount } from "../../model/resolve.ts";
import { type Exact, exact, ONE, parseExact, signedNumerator } from "../../number/exact.ts";
import { nextAbove } from "../../scoring/bands.ts";
import { entryStepper } from "../../scoring/entryStep.ts";
import type { Known } from "../../scoring/faults.ts";
import { preparedTransform } from "../../scoring/preparedTransform.ts";
import { propertyNames } from "../../scoring/properties.ts";
import { oneOf } from "./call-columns.ts";
import { type FormulaWriter, formulaWriter, type Names, truth } from "./formula-columns.ts";
import {
  add,
  alike,
  chosen,
  chosenSql,
  compared,
  constant,
  divideBy,
  type Fraction,
  gcd,
  multiply,
  NO_NUMBER,
  negate,
  rounded,
  whole,
} from "./fraction.ts";
import { byCode, codesMeant, type ItemColumns } from "./item-columns.ts";
import { joined, type Layers, NULL_TEXT, NULL_TRUTH, quoted, type Sql, sql } from "./layers.ts";
import type { SqlValue } from "./value.ts";

/** What the scores before this one, and the items, are in the query. */
export interface Around {
  readonly instrument: Instrument;
  readonly known: Known;
  readonly into: Layers;
  readonly names: Names;
  readonly item: (id: string) => ItemColumns | undefined;
  /** TRUE where the item is blank and was not to be asked; undefined where it always is. */
  readonly unasked: (id: string) => Sql | undefined;
}

/** A score in the query: its value and its bands and cut-offs by name. */
export interface ScoreColumns {
  readonly value: SqlValue;
  readonly properties: ReadonlyMap<string, SqlValue>;
}

/** Writes one score: when -> entries, formula or cases -> transform -> round -> bands and cut-offs. */
export function scoreColumns(score: Score, around: Around): ScoreColumns {
  const writer = formulaWriter(around.names, around.into, score.id);
  const raw = rawValue(score, around, writer);
  const value = kept(applied(score, finished(score, raw, around, writer), writer), writer);
  const properties = propertyNames(score).map((name) => [name, propertyOf(score, name, value, around, writer)] as const);
  return { value, properties: new Map(properties) };
}

function rawValue(score: Score, around: Around, writer: FormulaWriter): SqlValue {
  if (score.entries !== undefined) return combined(score, around, writer);
  if (score.cases !== undefined) return ofCases(score, writer);
  return score.value === undefined ? { kind: "missing" } : writer.write(score.value);
}

function applied(score: Score, value: SqlValue, writer: FormulaWriter): SqlValue {
  if (score.when === undefined) return value;
  const when = truth(writer.write(score.when));
  if (value.kind === "root") return { ...value, n: sql`(CASE WHEN ${when} THEN ${value.n} END)` };
  return oneOf([{ when, gives: value }], writer);
}

/** Gives columns to the value, so that what uses the score stays short. */
function kept(value: SqlValue, { into, hint, refuse }: FormulaWriter): SqlValue {
  switch (value.kind) {
    case "number":
    case "root":
      return {
        kind: value.kind,
        n: into.keep(`${hint}_n`, value.n),
        d: typeof value.d === "bigint" ? value.d : into.keep(`${hint}_d`, value.d),
      };
    case "truth":
      return { kind: "truth", is: into.keep(`${hint}_is`, value.is) };
    case "text":
      return { kind: "text", text: into.keep(`${hint}_text`, value.text) };
    case "missing":
      return value;
    default:
      return refuse("a value that is a time, a duration, a list or a multiple response");
  }
}

function ofCases(score: Score, writer: FormulaWriter): SqlValue {
  const choices: { when: Sql | undefined; gives: SqlValue }[] = [];
  for (const { when, is } of score.cases ?? []) {
    if (when !== undefined) {
      const condition = writer.into.keep(`${score.id}_case`, truth(writer.write(when)));
      // A condition that cannot be decided ends the search.
      choices.push({ when: sql`${condition} IS NULL`, gives: { kind: "missing" } }, { when: condition, gives: caseValue(is, writer) });
    } else choices.push({ when: undefined, gives: caseValue(is, writer) });
  }
  return oneOf(choices, writer);
}

function caseValue(is: NonNullable<Score["cases"]>[number]["is"], writer: FormulaWriter): SqlValue {
  switch (is.kind) {
    case "number":
      return { kind: "number", ...constant(is.value) };
    case "text":
      return { kind: "text", text: sql`${quoted(is.value)}` };
    case "truth":
      return { kind: "truth", is: is.value ? sql`(1 = 1)` : sql`(1 = 0)` };
    case "missing":
      return is;
    case "expression":
      return writer.write(is.value);
  }
}

/** Entries, missing rule and method; see server/scoring/combine.ts. */
function combined(score: Score, around: Around, writer: FormulaWriter): SqlValue {
  const { members } = membersOf(around.instrument, score);
  const { into } = around;
  const values = members.map((member) => {
    const value = entryValue(member, around, writer);
    return { n: into.keep(`${score.id}_${member.id}`, value.n), d: value.d };
  });
  const { ns: plain, d } = alike(values);
  const ns = plain.map((n, place) => into.keep(`${score.id}_${members[place]?.id ?? ""}`, n));
  const isThere = (n: Sql): Sql => sql`CASE WHEN ${n} IS NULL THEN 0 ELSE 1 END`;
  const needed = neededCount(score.missing, members.length);
  const answered = into.keep(`${score.id}_answered`, sql`(${joined(ns.map(isThere), " + ")})`);
  const always = new Set(score.missing?.always);
  const mandatory = members.flatMap(({ id }, place) => (always.has(id) ? [sql`${ns[place] ?? answered} IS NOT NULL`] : []));
  const enough = joined([sql`${answered} >= ${needed}`, ...mandatory], " AND ");
  const only = (value: Fraction): SqlValue => ({ kind: "number", n: sql`(CASE WHEN ${enough} THEN ${value.n} END)`, d: value.d });
  const fill = score.missing?.fill ?? "none";
  const all = needed >= members.length;
  const common = members.reduce((lcm, { weight }) => (lcm * weight.d) / gcd(lcm, weight.d), 1n);
  const weights = members.map(({ weight }) => (signedNumerator(weight) * common) / weight.d);
  const weighted = (n: Sql, place: number): Sql => (weights[place] === 1n ? n : sql`${n} * (${weights[place] ?? 1n})`);
  const method = score.method ?? "sum";
  if (method !== "sum" && method !== "mean") return extreme(method, { ns, d, weights, common, fill, all, only, answered }, writer);
  const constantFill = typeof fill === "object" ? filler(fill, d, writer) : undefined;
  const stand = constantFill ?? whole(0n);
  const total = into.keep(
    `${score.id}_sum`,
    sql`(${joined(
      ns.map((n, place) => weighted(all ? n : sql`COALESCE(${n}, ${stand})`, place)),
      " + ",
    )})`,
  );
  const whole_ = weights.reduce((sum, weight) => sum + weight, 0n);
  const there = joined(
    ns.map((n, place) => sql`CASE WHEN ${n} IS NULL THEN 0 ELSE ${weights[place] ?? 1n} END`),
    " + ",
  );
  // What the weights of the answered add up to, over the same denominator as the weights.
  const weight = all || constantFill !== undefined ? whole(whole_) : into.keep(`${score.id}_weight`, sql`(${there})`);
  const sum: Fraction = multiply({ n: total, d }, { n: whole(1n), d: common });
  if (method === "sum" && fill !== "person_mean") return only(sum);
  if (weights.some((each) => each <= 0n)) return writer.refuse("a mean with weights that are not above zero");
  const divided: Fraction = multiply(
    { n: total, d },
    { n: whole(1n), d: weight.sql === String(whole_) ? whole_ : sql`GREATEST(${weight}, 1)` },
  );
  const value = method === "mean" ? divided : multiply(divided, constant(exact(whole_, common)));
  // Nobody can be filled from nothing, and nothing is the mean of nothing.
  return needed > 0 ? only(value) : only({ n: sql`(CASE WHEN ${answered} > 0 THEN ${value.n} END)`, d: value.d });
}

function filler(fill: Exact, d: bigint | Sql, writer: FormulaWriter): Sql {
  if (typeof d !== "bigint" || d % fill.d !== 0n) return refusedFill(writer);
  return whole((signedNumerator(fill) * d) / fill.d);
}

function refusedFill(writer: FormulaWriter): Sql {
  writer.refuse("a fill that is a fraction, or that stands among means");
  return whole(0n);
}

interface Extremes {
  readonly ns: readonly Sql[];
  readonly d: bigint | Sql;
  readonly weights: readonly bigint[];
  readonly common: bigint;
  readonly fill: "none" | "person_mean" | Exact;
  readonly all: boolean;
  readonly only: (value: Fraction) => SqlValue;
  readonly answered: Sql;
}

/** min, max and product. */
function extreme(
  method: "min" | "max" | "product",
  { ns, d, weights, common, fill, all, only, answered }: Extremes,
  writer: FormulaWriter,
): SqlValue {
  if (fill !== "none" && !all) return writer.refuse(`a fill with the method ${method}`);
  if (common !== 1n || weights.some((weight) => weight !== 1n)) return writer.refuse(`weights with the method ${method}`);
  if (method === "product") {
    if (typeof d !== "bigint" || (d !== 1n && !all)) return writer.refuse("a product of fractions of which some may be missing");
    return only({
      n: sql`(CASE WHEN ${answered} > 0 THEN ${joined(
        ns.map((n) => sql`COALESCE(${n}, 1)`),
        " * ",
      )} END)`,
      d: d ** BigInt(ns.length),
    });
  }
  const isBest = (n: Sql): Sql => {
    const beats = ns
      .filter((other) => other.sql !== n.sql)
      .map((other) => sql`(${other} IS NULL OR ${n} ${method === "min" ? "<=" : ">="} ${other})`);
    return joined([sql`${n} IS NOT NULL`, ...beats], " AND ");
  };
  return only({ n: chosenSql(ns.map((n) => ({ when: isBest(n), gives: n }))), d });
}

/** One entry: answer, recode, reversal. Answers that can be listed go the way that the scoring itself sends them. */
function entryValue(member: Member, around: Around, writer: FormulaWriter): Fraction {
  const { instrument, known } = around;
  const item = member.item && around.item(member.id);
  if (member.item === undefined) return scoreEntry(member, around, writer);
  if (item?.listed !== undefined) {
    const step = entryStepper(instrument, member, known.rangeOfScore);
    const value = byCode(item.listed.answers, item.listed.code, (answer) => step({ kind: "point", ...answer }).value);
    return withSkipped(member, value, around);
  }
  if (item?.given.kind !== "number" || member.item.key !== undefined) {
    writer.refuse(`the entry "${member.id}", whose answers are no numbers`);
    return NO_NUMBER;
  }
  const value = reversed(recodedNumber(member, item.given, writer), member, endsBeforeReversal(instrument, member, known.rangeOfScore));
  return withSkipped(member, value, around);
}

/** `skipped:` stands for the answer, neither recoded nor reversed. */
function withSkipped(member: Member, value: Fraction, around: Around): Fraction {
  const unasked = around.unasked(member.id);
  if (member.item?.skipped === undefined || unasked === undefined) return value;
  return chosen([
    { when: unasked, gives: constant(member.item.skipped) },
    { when: undefined, gives: value },
  ]);
}

function scoreEntry(member: Member, around: Around, writer: FormulaWriter): Fraction {
  const value = around.names.value(member.id);
  if (value.kind === "missing") return NO_NUMBER;
  const ends = member.reversed ? endsBeforeReversal(around.instrument, member, around.known.rangeOfScore) : undefined;
  if (value.kind === "number") return reversed(recodedNumber(member, value, writer), member, ends);
  if (value.kind === "text" || value.kind === "truth") return reversed(recodedText(member, value, writer), member, ends);
  writer.refuse(`the entry "${member.id}", which is a root`);
  return NO_NUMBER;
}

function reversed(value: Fraction, member: Member, ends: Ends | undefined): Fraction {
  if (!member.reversed) return value;
  if (ends?.low === undefined || ends.high === undefined) return NO_NUMBER;
  return add(constant(ends.low.add(ends.high)), negate(value));
}

function recodedNumber(member: Member, x: Fraction, writer: FormulaWriter): Fraction {
  if (member.recode === undefined) return x;
  const rows = member.recode.rows.map(({ match, to }) => {
    const gives = to === undefined ? NO_NUMBER : constant(to);
    if (match.kind === "else") return { when: sql`${x.n} IS NOT NULL`, gives };
    if (match.kind === "code") return { when: match.number === undefined ? sql`1 = 0` : compared(x, "=", constant(match.number)), gives };
    const low = match.low === undefined ? [] : [compared(x, match.lowOpen ? ">" : ">=", constant(match.low))];
    const high = match.high === undefined ? [] : [compared(x, match.highOpen ? "<" : "<=", constant(match.high))];
    return { when: joined([...low, ...high, sql`${x.n} IS NOT NULL`], " AND "), gives };
  });
  return rows.length === 0 ? writerNothing(writer) : chosen(rows);
}

function writerNothing(writer: FormulaWriter): Fraction {
  writer.refuse("a recode without rows");
  return NO_NUMBER;
}

/** A text or a truth is compared as it is written. */
function recodedText(member: Member, value: Extract<SqlValue, { kind: "text" | "truth" }>, writer: FormulaWriter): Fraction {
  if (member.recode === undefined) return NO_NUMBER;
  const text = value.kind === "text" ? value.text : sql`(CASE WHEN ${value.is} THEN 'true' WHEN NOT ${value.is} THEN 'false' END)`;
  const rows = member.recode.rows.flatMap(({ match, to }) => {
    const gives = to === undefined ? NO_NUMBER : constant(to);
    if (match.kind === "else") return [{ when: sql`${text} IS NOT NULL`, gives }];
    return match.kind === "code" ? [{ when: sql`${text} = ${quoted(match.code)}`, gives }] : [];
  });
  return rows.length === 0 ? writerNothing(writer) : chosen(rows);
}

/** Transform and rounding. */
function finished(score: Score, raw: SqlValue, around: Around, writer: FormulaWriter): SqlValue {
  if (score.transform.length === 0 && score.round === undefined) return raw;
  if (raw.kind !== "number") return raw.kind === "root" ? writer.refuse("a transform or rounding of a root") : raw;
  let x: Fraction = { n: writer.into.keep(`${score.id}_raw`, raw.n), d: raw.d };
  for (const { step, means, by } of preparedTransform(around.instrument, score, around.known)) {
    switch (step.kind) {
      case "multiply":
        x = multiply(x, constant(step.by));
        break;
      case "add":
        x = add(x, constant(step.by));
        break;
      case "divide":
        x = step.by.n === 0n ? NO_NUMBER : divideBy(x, step.by);
        break;
      case "z":
      case "t": {
        const z = step.sd.n === 0n ? NO_NUMBER : divideBy(add(x, constant(step.mean.neg())), step.sd);
        x = step.kind === "z" ? z : add(multiply(z, constant(exact(10))), constant(exact(50)));
        break;
      }
      case "rescale": {
        const { low, high } = means.range ?? { low: ONE, high: ONE };
        if (high.equals(low)) return writer.refuse("a rescaling of a single value");
        const scaled = multiply(add(x, constant(low.neg())), constant(step.high.sub(step.low).div(high.sub(low))));
        x = add(scaled, constant(step.low));
        break;
      }
      case "lookup":
        if (by.length > 0) return writer.refuse(`the table of norms "${step.table}"`);
        x = around.names.lookup(x, step.table);
    }
    x = { n: writer.into.keep(`${score.id}_step`, x.n), d: x.d };
  }
  if (score.round?.mode === undefined || score.round.to.n === 0n) return { kind: "number", ...x };
  return { kind: "number", ...rounded(writer.into, score.id, x, score.round.to, score.round.mode) };
}

/** The band that holds a value, or the side of a cut-off that it is on. */
function propertyOf(score: Score, name: string, value: SqlValue, around: Around, writer: FormulaWriter): SqlValue {
  if (value.kind === "root") return writer.refuse("bands or cut-offs of a root");
  if (value.kind !== "number") return { kind: "missing" };
  const cutOffs = score.cutOffs.filter((cutOff) => cutOff.name === name);
  if (cutOffs.length > 0) {
    const rows = cutOffs.map(({ by, comparison, at }) => ({
      when: by === undefined ? undefined : hasCode(by.item, by.code, around, writer),
      gives: compared(value, OPERATORS[comparison], constant(at)),
    }));
    return {
      kind: "truth",
      is: writer.into.keep(`${score.id}_${name}`, sql`(CASE WHEN ${value.n} IS NOT NULL THEN ${chosenSql(rows)} END)`),
    };
  }
  const set = score.bandSets.get(name) ?? (name === "band" ? score.bands : undefined);
  const band = set === undefined ? NULL_TEXT : bandsOf(set, value, around, writer);
  return { kind: "text", text: writer.into.keep(`${score.id}_${name}`, band) };
}

const OPERATORS = { at_least: ">=", above: ">", at_most: "<=", below: "<", equals: "=" } as const;

function bandsOf(set: Bands, value: Fraction, around: Around, writer: FormulaWriter): Sql {
  if (set.kind === "bands") return bandOf(set.bands, value);
  return chosenSql([...set.sets].map(([code, bands]) => ({ when: hasCode(set.by, code, around, writer), gives: bandOf(bands, value) })));
}

function bandOf(bands: readonly Band[], value: Fraction): Sql {
  const rows = bands.map((band) => {
    const from = compared(value, ">=", constant(band.from));
    const next = band.to ?? nextAbove(bands, band.from);
    if (next === undefined) return { when: from, gives: sql`${quoted(band.name)}` };
    return {
      when: sql`${from} AND ${compared(value, band.to === undefined ? "<" : "<=", constant(next))}`,
      gives: sql`${quoted(band.name)}`,
    };
  });
  return rows.length === 0 ? NULL_TEXT : chosenSql(rows);
}

/** True where a covariate has this code. */
function hasCode(id: string, wanted: string, { item, names, instrument }: Around, writer: FormulaWriter): Sql {
  const listed = instrument.items.has(id) ? item(id)?.listed : undefined;
  if (listed !== undefined) {
    const codes = codesMeant(listed.answers, wanted);
    return codes.length === 0 ? sql`1 = 0` : sql`${listed.code} IN (${codes.map(quoted).join(", ")})`;
  }
  const value = names.value(id);
  if (value.kind === "text") return sql`${value.text} = ${quoted(wanted)}`;
  if (value.kind === "truth") return wanted === "true" ? value.is : wanted === "false" ? sql`NOT ${value.is}` : sql`1 = 0`;
  const number = parseExact(wanted);
  if (value.kind === "number" && number !== undefined) return compared(value, "=", constant(number));
  writer.refuse(`the covariate "${id}"`);
  return NULL_TRUTH;
}
