import { divide } from "../number/arithmetic.ts";
import { exact, parseExact } from "../number/exact.ts";
import type { Binding, Reader } from "./environment.ts";
import type { Call, Expression } from "./expression.ts";
import type { FormulaFunction, FunctionCall, Option } from "./functions/function.ts";
import { FUNCTIONS } from "./functions/index.ts";
import { memberwise } from "./memberwise.ts";
import { flatList, isList, type Value } from "./value.ts";
import { ValuesCall } from "./valuesCall.ts";

/** A call of a function as a function of one row. An unknown function, which the checker reports, gives missing. */
export function compileCall<Row>(call: Call, binding: Binding<Row>, inner: (node: Expression) => Reader<Row>): Reader<Row> {
  const fn = FUNCTIONS.get(call.function.text);
  if (fn === undefined) return () => null;
  const table = tableOf(call, fn);
  const readers = call.arguments.flatMap((node, index): Reader<Row>[] => {
    if (table !== undefined && index === 1) return [];
    return [fn.parameters[index]?.accepts === "scored" ? compileScored(node, binding, inner) : inner(node)];
  });
  const options = new Map(call.named.map(({ name, value }) => [name.text, optionOf(value)]));
  const find = table === undefined ? undefined : binding.lookup(table);
  const { evaluate } = fn;
  if (!fn.memberwise) return (row) => evaluate(new RowCall(row, readers, options, find));
  return (row) => {
    const lazy = new RowCall(row, readers, options, find);
    // The first value says whether it works member by member; no other one is worked out before it is asked for.
    if (!isList(lazy.value(0))) return evaluate(lazy);
    return memberwise(lazy.values(), (singles) => evaluate(new ValuesCall(singles, (name) => lazy.option(name), lazy.lookup)));
  };
}

/** The table that a call names: the second argument of a function that takes one. */
export function tableOf(call: Call, fn: FormulaFunction): string | undefined {
  const accepts = fn.parameters[1]?.accepts;
  const node = call.arguments[1];
  if ((accepts !== "table" && accepts !== "place") || node?.kind !== "name") return undefined;
  return node.property === undefined ? node.id : `${node.id}.${node.property}`;
}

function compileScored<Row>(node: Expression, binding: Binding<Row>, inner: (node: Expression) => Reader<Row>): Reader<Row> {
  if (node.kind === "name") return node.property === undefined ? binding.scored(node.id) : inner(node);
  if (node.kind === "span") return members(binding.span(node.first.id, node.last.id).map((id) => binding.scored(id)));
  if (node.kind === "list") return members(node.members.map((member) => compileScored(member, binding, inner)));
  return inner(node);
}

function members<Row>(readers: readonly Reader<Row>[]): Reader<Row> {
  return (row) => flatList(readers.map((reader) => reader(row)));
}

/** What a named argument says, as far as it can be read: a number, a word, or a share in quotation marks. */
export function optionOf(node: Expression): Option {
  if (node.kind === "number") return node.value;
  if (node.kind === "negation" && node.operand.kind === "number") return node.operand.value.neg();
  if (node.kind === "name") return node.id;
  if (node.kind !== "text") return "";
  const percent = /^([\d.]+)\s*%$/.exec(node.value)?.[1];
  const share = percent === undefined ? undefined : parseExact(percent);
  return share === undefined ? node.value : { share: divide(share, exact(100)) ?? share };
}

/** The arguments of one call for one row, each worked out when it is asked for and then kept. */
class RowCall<Row> implements FunctionCall {
  readonly lookup: ((value: Value) => Value) | undefined;
  readonly #row: Row;
  readonly #readers: readonly Reader<Row>[];
  readonly #options: ReadonlyMap<string, Option>;
  readonly #known: (Value | undefined)[] = [];

  constructor(
    row: Row,
    readers: readonly Reader<Row>[],
    options: ReadonlyMap<string, Option>,
    find: ((row: Row, value: Value) => Value) | undefined,
  ) {
    this.#row = row;
    this.#readers = readers;
    this.#options = options;
    this.lookup = find === undefined ? undefined : (value) => find(row, value);
  }

  get size(): number {
    return this.#readers.length;
  }

  value(index: number): Value {
    const known = this.#known[index];
    if (known !== undefined) return known;
    const value = this.#readers[index]?.(this.#row) ?? null;
    this.#known[index] = value;
    return value;
  }

  values(): readonly Value[] {
    return this.#readers.map((_, index) => this.value(index));
  }

  option(name: string): Option | undefined {
    return this.#options.get(name);
  }
}
