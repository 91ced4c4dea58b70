import type { Argument, Call, Expression } from "../../expression/expression.ts";
import { type Exact, exact, parseExact } from "../../number/exact.ts";
import { ROUNDING_MODES } from "../../number/round.ts";
import { type FormulaWriter, memberwise, truth } from "./formula-columns.ts";
import { alike, chosen, chosenSql, type Fraction, multiply, NO_NUMBER, rounded, whole } from "./fraction.ts";
import { joined, NULL_TEXT, NULL_TRUTH, type Sql, sql } from "./layers.ts";
import { presence, type SqlValue } from "./value.ts";

/** A function of a formula in the query. */
export function callColumns(tree: Call, writer: FormulaWriter): SqlValue {
  const name = tree.function.text;
  const values = (): readonly SqlValue[] => tree.arguments.map(writer.write);
  switch (name) {
    case "scored":
      return scored(tree.arguments[0], writer);
    case "answered":
    case "valid":
      return memberwise(values().slice(0, 1), ([one]) => ({ kind: "truth", is: isThere(one) }));
    case "missing":
      return memberwise(values().slice(0, 1), ([one]) => ({ kind: "truth", is: sql`(NOT ${isThere(one)})` }));
    case "abs":
      return memberwise(values(), ([x]) =>
        x?.kind === "number" ? { kind: "number", n: sql`ABS(${x.n})`, d: x.d } : lacking(x, name, writer),
      );
    case "floor":
    case "ceil":
      return memberwise(values(), ([x]) => roundedTo(x, exact(1), name === "floor" ? "down" : "up", name, writer));
    case "round":
      return memberwise(values(), ([x]) => roundedTo(x, stepOf(tree.named), wordOf(tree.named, "mode") ?? "", name, writer));
    case "sqrt":
      return memberwise(values(), ([x]) =>
        x?.kind === "number" ? { kind: "root", n: sql`CASE WHEN ${x.n} >= 0 THEN ${x.n} END`, d: x.d } : lacking(x, name, writer),
      );
    case "minutes":
    case "hours":
      return memberwise(values(), ([x]) => {
        if (x?.kind !== "time" && x?.kind !== "duration") return lacking(x, name, writer);
        return { kind: "number", ...multiply(x, { n: whole(1n), d: name === "hours" ? 60n : 1n }) };
      });
    case "lookup": {
      const table = tree.arguments[1];
      const at = table?.kind === "name" ? table.id : "";
      return memberwise([writer.write(tree.arguments[0] ?? tree)], ([x]) =>
        x?.kind === "number" ? { kind: "number", ...writer.names.lookup(x, at) } : lacking(x, name, writer),
      );
    }
    case "if":
      return memberwise(values(), ([condition, gives, otherwise]) => {
        const is = writer.into.keep(`${writer.hint}_if`, truth(condition));
        return oneOf(
          [
            { when: is, gives: gives ?? MISSING },
            { when: sql`NOT ${is}`, gives: otherwise ?? MISSING },
          ],
          writer,
        );
      });
    case "coalesce":
      return memberwise(values(), (all) =>
        oneOf(
          all.map((value) => ({ when: isThere(value), gives: value })),
          writer,
        ),
      );
    case "selected":
      return memberwise(values(), ([ticked, code]) => selected(ticked, code, writer));
    case "concat":
      return concatenated(values().flatMap(membersOf), writer);
    default:
      return gathered(name, tree, values().flatMap(membersOf), writer);
  }
}

const MISSING: SqlValue = { kind: "missing" };

function membersOf(value: SqlValue): readonly SqlValue[] {
  return value.kind === "list" ? value.members : [value];
}

export function isThere(value: SqlValue | undefined): Sql {
  return value === undefined || value.kind === "missing" ? sql`(1 = 0)` : sql`(${presence(value)} IS NOT NULL)`;
}

function lacking(value: SqlValue | undefined, name: string, writer: FormulaWriter): SqlValue {
  return value === undefined || value.kind === "missing" ? MISSING : writer.refuse(`${name}() of what is no plain number`);
}

function scored(tree: Expression | undefined, { names, refuse }: FormulaWriter): SqlValue {
  if (tree?.kind === "name" && tree.property === undefined) return names.scored(tree.id);
  if (tree?.kind === "span") return { kind: "list", members: names.span(tree.first.id, tree.last.id).map((id) => names.scored(id)) };
  if (tree?.kind === "list" && tree.members.every((member) => member.kind === "name" && member.property === undefined)) {
    return { kind: "list", members: tree.members.map((member) => (member.kind === "name" ? names.scored(member.id) : MISSING)) };
  }
  return refuse("scored() of a formula");
}

function roundedTo(x: SqlValue | undefined, step: Exact | undefined, mode: string, name: string, writer: FormulaWriter): SqlValue {
  const known = ROUNDING_MODES.find((each) => each === mode);
  if (x?.kind !== "number") return lacking(x, name, writer);
  if (step === undefined || known === undefined || step.n === 0n) return writer.refuse(`${name}() without a fixed step and mode`);
  return { kind: "number", ...rounded(writer.into, writer.hint, x, step, known) };
}

function stepOf(named: readonly Argument[]): Exact | undefined {
  const to = named.find(({ name }) => name.text === "to")?.value;
  return to === undefined ? exact(1) : to.kind === "number" ? to.value : undefined;
}

function wordOf(named: readonly Argument[], name: string): string | undefined {
  const value = named.find((argument) => argument.name.text === name)?.value;
  return value?.kind === "name" ? value.id : value?.kind === "text" ? value.value : undefined;
}

/** The first of several values whose condition is true; all are of one kind. */
export function oneOf(choices: readonly { readonly when: Sql | undefined; readonly gives: SqlValue }[], writer: FormulaWriter): SqlValue {
  const kinds = new Set(choices.map(({ gives }) => gives.kind).filter((kind) => kind !== "missing"));
  const [kind, other] = kinds;
  if (kind === undefined) return MISSING;
  if (other !== undefined) return writer.refuse("values of different kinds to choose from");
  const of = <T>(pick: (value: SqlValue) => T): { readonly when: Sql | undefined; readonly gives: T }[] =>
    choices.map(({ when, gives }) => ({ when, gives: pick(gives) }));
  switch (kind) {
    case "number":
    case "time":
    case "duration":
      return { kind, ...chosen(of((value) => ("n" in value ? value : NO_NUMBER))) };
    case "truth":
      return { kind, is: chosenSql(of((value) => truth(value))) };
    case "text":
      return { kind, text: chosenSql(of((value) => (value.kind === "text" ? value.text : NULL_TEXT))) };
    default:
      return writer.refuse("a choice between roots, lists or multiple responses");
  }
}

function selected(ticked: SqlValue | undefined, code: SqlValue | undefined, writer: FormulaWriter): SqlValue {
  if (ticked?.kind !== "codes" || code === undefined) return { kind: "truth", is: NULL_TRUTH };
  const wanted = code.kind === "text" ? code.text.sql.slice(1, -1) : code.kind === "number" ? code.n.sql : undefined;
  if (wanted === undefined || !(code.kind === "number" ? /^\d+$/ : /^'[^']*'$/).test(code.kind === "text" ? code.text.sql : wanted)) {
    return writer.refuse("selected() with a code that is not fixed");
  }
  const is = ticked.ticked.get(wanted) ?? sql`(1 = 0)`;
  return { kind: "truth", is: sql`(CASE WHEN ${ticked.there} IS NOT NULL THEN ${is} END)` };
}

function concatenated(values: readonly SqlValue[], writer: FormulaWriter): SqlValue {
  const texts = values.map((value): Sql => {
    if (value.kind === "text") return value.text;
    if (value.kind === "truth") return sql`(CASE WHEN ${value.is} THEN 'true' WHEN NOT ${value.is} THEN 'false' END)`;
    if (value.kind === "number" && value.d === 1n) return sql`CAST(${value.n} AS VARCHAR)`;
    if (value.kind !== "missing") writer.refuse("concat() of what is neither text nor whole number");
    return NULL_TEXT;
  });
  return { kind: "text", text: sql`(${joined(texts, " || ")})` };
}

/** The functions that make one value of many. */
function gathered(name: string, tree: Call, members: readonly SqlValue[], writer: FormulaWriter): SqlValue {
  const { into, hint } = writer;
  const need = neededOf(tree.named, members.length);
  if (need === undefined) return writer.refuse("need= with what is neither a number, half nor a share");
  const isNeeded = tree.named.some((argument) => argument.name.text === "need");
  const [only] = members;
  if (name === "count" && members.length === 1 && only?.kind === "codes") {
    const ticked = [...only.ticked.values()].map((is) => sql`CASE WHEN ${is} THEN 1 ELSE 0 END`);
    return { kind: "number", n: sql`(CASE WHEN ${only.there} IS NOT NULL THEN ${joined(ticked, " + ")} END)`, d: 1n };
  }
  if ((name === "any" || name === "all") && !isNeeded) {
    return { kind: "truth", is: sql`(${joined(members.map(truth), name === "any" ? " OR " : " AND ")})` };
  }
  const there = into.keep(
    `${hint}_there`,
    sql`(${joined(
      members.map((value) => sql`CASE WHEN ${isThere(value)} THEN 1 ELSE 0 END`),
      " + ",
    )})`,
  );
  const enough = sql`${there} >= ${need}`;
  if (name === "any" || name === "all" || name === "count") {
    if (members.some(({ kind }) => kind !== "truth" && kind !== "missing")) return writer.refuse(`${name}() of what is no condition`);
    const is = members.map((value) => sql`CASE WHEN ${truth(value)} THEN 1 ELSE 0 END`);
    const holding = sql`(${joined(is, " + ")})`;
    if (name === "count") return { kind: "number", n: sql`(CASE WHEN ${enough} THEN ${holding} END)`, d: 1n };
    return { kind: "truth", is: sql`(CASE WHEN ${enough} THEN ${holding} ${name === "any" ? sql`> 0` : sql`= ${there}`} END)` };
  }
  const numbers = members.map((value): Fraction => (value.kind === "number" ? value : NO_NUMBER));
  if (members.some(({ kind }) => kind !== "number" && kind !== "missing")) return writer.refuse(`${name}() of what is no plain number`);
  return ofNumbers(name, numbers, there, enough, writer);
}

function ofNumbers(name: string, numbers: readonly Fraction[], there: Sql, enough: Sql, writer: FormulaWriter): SqlValue {
  const { ns, d } = alike(numbers);
  const some = sql`${enough} AND ${there} > 0`;
  switch (name) {
    case "sum":
    case "mean": {
      const total = sql`(CASE WHEN ${some} THEN ${joined(
        ns.map((n) => sql`COALESCE(${n}, 0)`),
        " + ",
      )} END)`;
      if (name === "sum") return { kind: "number", n: total, d };
      return { kind: "number", ...multiply({ n: total, d }, { n: whole(1n), d: sql`GREATEST(${there}, 1)` }) };
    }
    case "min":
    case "max": {
      const kept = ns.map((n) => writer.into.keep(`${writer.hint}_of`, n));
      const best = kept.map((n) => ({ when: isBest(n, kept, name), gives: n }));
      return { kind: "number", n: sql`(CASE WHEN ${some} THEN ${chosenSql(best)} END)`, d };
    }
    default:
      return writer.refuse(`the function ${name}()`);
  }
}

function isBest(n: Sql, all: readonly Sql[], name: string): Sql {
  const others = all
    .filter((other) => other.sql !== n.sql)
    .map((other) => sql`(${other} IS NULL OR ${n} ${name === "min" ? "<=" : ">="} ${other})`);
  return sql`${n} IS NOT NULL${others.length === 0 ? sql`` : sql` AND ${joined(others, " AND ")}`}`;
}

/** How many must be there, as a whole number. */
function neededOf(named: readonly Argument[], all: number): number | undefined {
  const need = named.find(({ name }) => name.text === "need")?.value;
  if (need === undefined) return all;
  if (need.kind === "number") return Math.ceil(need.value.valueOf());
  if (need.kind === "name" && need.id === "half") return Math.ceil(all / 2);
  const percent = need.kind === "text" && need.value.endsWith("%") ? parseExact(need.value.slice(0, -1)) : undefined;
  return percent === undefined ? undefined : percent.mul(exact(all)).div(exact(100)).ceil().valueOf();
}
