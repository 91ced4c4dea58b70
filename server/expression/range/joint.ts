import { type Atom, keyOfAtom, marked, type Outcome } from "./atom.ts";
import type { GatherState } from "./gathering.ts";
import { normalised } from "./normalised.ts";
import { run } from "./operation.ts";
import { type Instruction, type Plan, planOf } from "./plan.ts";
import { both, type Proof } from "./proof.ts";
import { operandsOf, type Quantity } from "./quantity.ts";
import { inPieces } from "./refined.ts";
import type { Region } from "./region.ts";

/** So many situations of one region are gone through; what needs more is bounded instead. Counted, so that the result is always the same. */
const MOST_SITUATIONS = 250_000;

/**
 * Everything that a region can give, with what is shared taken as shared. Its inputs are chosen one after the other; what is known by then is
 * computed at once and forgotten as soon as nothing needs it any more, and equal situations are joined. So the cost grows with what must be
 * remembered between the inputs, not with the number of all answers. Undefined where even that is too much.
 */
export function jointOutcomes(
  region: Region,
  of: (input: Quantity) => readonly Outcome[],
  most = MOST_SITUATIONS,
): readonly Outcome[] | undefined {
  const plan = planOf(region);
  if (expected(region, plan, of) > most * MOST_OFF) return undefined;
  let situations: readonly Situation[] = [{ slots: new Array<Slot>(plan.slots).fill(undefined) }];
  let work = 0;
  for (const { input, slot, instructions, live } of plan.blocks) {
    const outcomes = inPieces(region, input, of(input)).map(({ atom, proof }) => ({
      atom: atom.kind === "point" ? atom : marked(atom, atom.sure, [input.id]),
      proof,
    }));
    const steps = instructions.map((instruction): Remembering => ({ instruction, known: new Map() }));
    const next = new Map<string, Situation>();
    for (const situation of situations) {
      for (const { atom, proof } of outcomes) {
        const slots = situation.slots.slice();
        slots[slot] = atom;
        for (const after of follow({ slots, proof: both(proof, situation.proof) }, steps)) {
          if (++work > most) return undefined;
          const key = keyOfSituation(after, live);
          if (!next.has(key)) next.set(key, after);
        }
      }
    }
    situations = [...next.values()];
  }
  return normalised(situations.flatMap(({ slots, proof }) => resultOf(slots[plan.result], proof)));
}

/** An estimate that is so many times too high still comes out feasible now and then; beyond that it is not tried. */
const MOST_OFF = 8;

/** About how many situations there will be: for each input, what is to be remembered then times its outcomes. */
function expected({ inputs, inner }: Region, { blocks }: Plan, of: (input: Quantity) => readonly Outcome[]): number {
  const sizes = [...inputs.map((input) => of(input).length), ...inner.map(() => 1)];
  for (const [place, quantity] of inner.entries()) sizes[inputs.length + place] = sizeOf(quantity, [...inputs, ...inner], sizes);
  let before = 1;
  let total = 0;
  let ways = 1;
  for (const { slot, live } of blocks) {
    const choices = sizes[slot] ?? 1;
    total += before * choices;
    // There are never more situations than ways of choosing so far.
    ways *= choices;
    before = Math.min(
      ways,
      live.reduce((product, each) => product * (sizes[each] ?? 1), 1),
    );
  }
  return total;
}

/** About how many different values, or states, a part has. */
function sizeOf(quantity: Quantity, parts: readonly Quantity[], sizes: readonly number[]): number {
  const operands = operandsOf(quantity).map((operand) => sizes[parts.indexOf(operand)] ?? 1);
  const combinations = operands.reduce((product, size) => product * size, 1);
  if (quantity.kind === "gathered") return Math.min(combinations, quantity.gathering.states?.(operands) ?? 8);
  return quantity.kind === "applied" && quantity.operation.type === "truth" ? Math.min(combinations, 3) : combinations;
}

/** An atom of a quantity, or what a gathering has gathered so far. */
type Slot = Atom | GatherState | undefined;

interface Situation {
  readonly slots: Slot[];
  proof?: Proof;
}

function resultOf(slot: Slot, proof: Proof | undefined): Outcome[] {
  return isAtom(slot) ? [{ atom: slot, proof }] : [];
}

function isAtom(slot: Slot): slot is Atom {
  return slot !== undefined && "kind" in slot;
}

function keyOfSituation({ slots }: Situation, live: readonly number[]): string {
  let key = "";
  for (const place of live) {
    const slot = slots[place];
    key += `${slot === undefined ? "" : isAtom(slot) ? keyOfAtom(slot) : slot.key}|`;
  }
  return key;
}

/** Follows instructions from a situation that nobody else holds; where a stretch leads to different things there is more than one after. */
function follow(start: Situation, instructions: readonly Remembering[]): readonly Situation[] {
  let situations: readonly Situation[] = [start];
  for (const instruction of instructions) {
    const [only] = situations;
    situations =
      situations.length === 1 && only !== undefined ? act(only, instruction) : situations.flatMap((each) => act(each, instruction));
  }
  return situations;
}

/** An instruction with the results that it has given for single values: the same few come up in very many situations. */
interface Remembering {
  readonly instruction: Instruction;
  readonly known: Map<string, readonly Result[]>;
}

interface Result {
  readonly content: Slot;
  readonly proof?: Proof;
}

function act(situation: Situation, { instruction, known }: Remembering): readonly Situation[] {
  const key = keyOfOperands(situation.slots, instruction);
  let results = key === undefined ? undefined : known.get(key);
  if (results === undefined) {
    results = resultsOf(situation.slots, instruction);
    if (key !== undefined) known.set(key, results);
  }
  const [only] = results;
  if (only === undefined || results.length > 1) return results.map((result) => withSlot(situation, instruction.slot, result));
  situation.slots[instruction.slot] = only.content;
  if (only.proof !== undefined) situation.proof = both(only.proof, situation.proof);
  return [situation];
}

/** The same for operands that are single values and the same; undefined where one is a stretch, whose proofs are its own. */
function keyOfOperands(slots: readonly Slot[], instruction: Instruction): string | undefined {
  switch (instruction.kind) {
    case "apply": {
      let key = "";
      for (const operand of instruction.operands) {
        const atom = typeof operand === "number" ? slots[operand] : undefined;
        if (typeof operand === "number" && (!isAtom(atom) || atom.kind !== "point")) return undefined;
        if (isAtom(atom) && atom.kind === "point") key += `${atom.key}|`;
      }
      return key;
    }
    case "step": {
      const state = slots[instruction.slot];
      const member = typeof instruction.member === "number" ? slots[instruction.member] : instruction.member;
      if (isAtom(state) || state?.stretched === true || !isAtom(member) || member.kind !== "point") return undefined;
      return `${member.key}|${state?.key ?? ""}`;
    }
    case "finish": {
      const state = slots[instruction.slot];
      return isAtom(state) || state?.stretched === true ? undefined : (state?.key ?? "");
    }
  }
}

function resultsOf(slots: readonly Slot[], instruction: Instruction): readonly Result[] {
  switch (instruction.kind) {
    case "apply": {
      const atoms: Atom[] = [];
      for (const operand of instruction.operands) {
        const atom = typeof operand === "number" ? slots[operand] : operand;
        if (!isAtom(atom)) throw new Error("an operand is computed before what it is made of");
        atoms.push(atom);
      }
      return run(instruction.operation, atoms).map(({ atom, proof }) => ({ content: atom, proof }));
    }
    case "step": {
      const state = slots[instruction.slot] ?? instruction.gathering.start;
      const member = typeof instruction.member === "number" ? slots[instruction.member] : instruction.member;
      if (isAtom(state) || !isAtom(member)) throw new Error("a member is gathered before it is known");
      return instruction.gathering.step(state, member, instruction.place).map((step) => ({ content: step.state, proof: step.proof }));
    }
    case "finish": {
      const state = slots[instruction.slot] ?? instruction.gathering.start;
      if (isAtom(state)) throw new Error("a gathering is finished twice");
      return instruction.gathering.finish(state).map(({ atom, proof }) => ({ content: atom, proof }));
    }
  }
}

function withSlot(situation: Situation, slot: number, { content, proof }: Result): Situation {
  const slots = situation.slots.slice();
  slots[slot] = content;
  return { slots, proof: both(proof, situation.proof) };
}
