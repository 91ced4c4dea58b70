import { type Atom, point } from "./atom.ts";
import type { Gathering } from "./gathering.ts";
import type { Operation } from "./operation.ts";
import type { Quantity } from "./quantity.ts";
import type { Region } from "./region.ts";

/** One thing to do while going through the inputs of a region. Operands are slots, or atoms that are known. */
export type Instruction =
  | { readonly kind: "apply"; readonly operation: Operation; readonly operands: readonly (number | Atom)[]; readonly slot: number }
  | {
      readonly kind: "step";
      readonly gathering: Gathering;
      readonly member: number | Atom;
      readonly place: number;
      readonly slot: number;
      readonly first: boolean;
    }
  | { readonly kind: "finish"; readonly gathering: Gathering; readonly slot: number };

/** An input and what can be computed once it is chosen. */
export interface Block {
  readonly input: Quantity;
  readonly slot: number;
  readonly instructions: readonly Instruction[];
  /** Slots that something later still needs. */
  readonly live: readonly number[];
}

export interface Plan {
  readonly slots: number;
  readonly blocks: readonly Block[];
  /** The slot of the region's own quantity. */
  readonly result: number;
}

/** In which order a region is gone through: inputs as they are first met, everything else as soon as it can be computed. */
export function planOf({ inputs, inner }: Region): Plan {
  const slotOf = new Map<Quantity, number>([...inputs, ...inner].map((quantity, slot) => [quantity, slot]));
  const waiting = new Set<Quantity>(inner);
  const ready = new Set<Quantity>();
  const gatheredOf = new Map<Quantity, Set<number>>();
  const drafts = inputs.map((input) => {
    ready.add(input);
    return { input, slot: slotOf.get(input) ?? 0, instructions: computable() };
  });
  return { slots: slotOf.size, blocks: withLive(drafts), result: slotOf.size - 1 };

  /** Everything that became computable, operands before what is made of them. */
  function computable(): Instruction[] {
    const instructions: Instruction[] = [];
    for (const quantity of inner) {
      if (!waiting.has(quantity)) continue;
      const slot = slotOf.get(quantity) ?? 0;
      if (quantity.kind === "applied" && quantity.of.every(isReady)) {
        instructions.push({ kind: "apply", operation: quantity.operation, operands: quantity.of.map(operand), slot });
        done(quantity);
      } else if (quantity.kind === "gathered") {
        const taken = gatheredOf.get(quantity) ?? new Set<number>();
        gatheredOf.set(quantity, taken);
        for (const [place, member] of quantity.of.entries()) {
          if (taken.has(place)) continue;
          if (isReady(member)) {
            instructions.push({
              kind: "step",
              gathering: quantity.gathering,
              member: operand(member),
              place,
              slot,
              first: taken.size === 0,
            });
            taken.add(place);
          } else if (quantity.gathering.ordered) break;
        }
        if (taken.size === quantity.of.length) {
          instructions.push({ kind: "finish", gathering: quantity.gathering, slot });
          done(quantity);
        }
      }
    }
    return instructions;
  }

  function isReady(quantity: Quantity): boolean {
    return quantity.kind === "known" || ready.has(quantity);
  }

  function operand(quantity: Quantity): number | Atom {
    return quantity.kind === "known" ? point(quantity.value) : (slotOf.get(quantity) ?? 0);
  }

  function done(quantity: Quantity): void {
    waiting.delete(quantity);
    ready.add(quantity);
  }
}

/** Which slots each block must hand on: those that a later instruction reads, and the last one. */
function withLive(drafts: readonly Omit<Block, "live">[]): readonly Block[] {
  const live = new Set<number>();
  const last = drafts.at(-1)?.instructions.at(-1)?.slot;
  if (last !== undefined) live.add(last);
  const blocks: Block[] = [];
  for (const draft of [...drafts].reverse()) {
    blocks.unshift({ ...draft, live: [...live].sort((a, b) => a - b) });
    for (const instruction of [...draft.instructions].reverse()) {
      if (instruction.kind === "apply" || (instruction.kind === "step" && instruction.first)) live.delete(instruction.slot);
      for (const slot of readBy(instruction)) live.add(slot);
    }
    live.delete(draft.slot);
  }
  return blocks;
}

function readBy(instruction: Instruction): readonly number[] {
  switch (instruction.kind) {
    case "apply":
      return instruction.operands.filter((operand) => typeof operand === "number");
    case "step": {
      const before = instruction.first ? [] : [instruction.slot];
      return typeof instruction.member === "number" ? [instruction.member, ...before] : before;
    }
    case "finish":
      return [instruction.slot];
  }
}
