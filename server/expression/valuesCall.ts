import type { FunctionCall, Option } from "./functions/function.ts";
import type { Value } from "./value.ts";

/** A call whose arguments are known already: one member of a memberwise function, or one reading of a range. */
export class ValuesCall implements FunctionCall {
  readonly #values: readonly Value[];
  readonly option: (name: string) => Option | undefined;
  readonly lookup: ((value: Value) => Value) | undefined;

  constructor(values: readonly Value[], option: (name: string) => Option | undefined, lookup?: (value: Value) => Value) {
    this.#values = values;
    this.option = option;
    this.lookup = lookup;
  }

  get size(): number {
    return this.#values.length;
  }

  value(index: number): Value {
    return this.#values[index] ?? null;
  }

  values(): readonly Value[] {
    return this.#values;
  }
}
