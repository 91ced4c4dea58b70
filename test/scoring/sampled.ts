import { analyse } from "../../server/analysis/engine.ts";
import type { Atom } from "../../server/expression/range/atom.ts";
import { evaluated } from "../../server/expression/range/evaluated.ts";
import { holds, memberOf } from "../../server/expression/range/interval.ts";
import { keyOf, measured, valueFor } from "../../server/expression/range/pointValue.ts";
import { both, choicesOf } from "../../server/expression/range/proof.ts";
import type { Value } from "../../server/expression/value.ts";
import { responseOf } from "../../server/model/resolve.ts";
import { readAnswer } from "../../server/scoring/answers.ts";
import { plainValue } from "../../server/scoring/formula.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { instrumentGraph, possibleRange } from "../../server/scoring/range.ts";
import { Dice } from "./anyInstrument.ts";
import { witnesses } from "./bruteForce.ts";

/** What many answer sheets say against the proved ranges of an instrument with stretches of numbers. */
export function sampledDifference(
  text: string,
  sheets: number,
  effort?: number,
): { readonly wrong: readonly string[]; readonly scores: number; readonly exact: number } {
  const { instrument } = analyse(text);
  const graph = instrumentGraph(instrument, { effort });
  const compiled = compileInstrument(instrument, {
    rangeOfScore: (id) => {
      const range = possibleRange(instrument, id, graph);
      return range && { low: range.min, high: range.max, attainable: range.attainable };
    },
    rangeOfFormula: (id) => graph.completeEnds(id),
  });
  const wrong: string[] = [];
  const dice = new Dice(text.length);
  const outcomes = new Map(compiled.order.map((id) => [id, graph.outcomes(graph.stages(id)?.value ?? unknownScore(id))]));
  for (let sheet = 0; sheet < sheets; sheet++) {
    const cells = new Map(instrument.items.values().map((item) => [item.id, cell(dice, responseOf(instrument, item)?.type)]));
    const person = compiled.score((id) => {
      const item = instrument.items.get(id);
      return item && readAnswer(instrument, item, cells.get(id) ?? "").answer;
    });
    for (const [id, possible] of outcomes) {
      const value = plainValue(person.result(id)?.value ?? { kind: "missing" });
      if (!possible.some(({ atom }) => covers(atom, value)))
        wrong.push(`${id}: ${[...cells].join(" ")} gives ${keyOf(value)}, which is not possible`);
    }
    if (wrong.length > 5) break;
  }
  let exact = 0;
  for (const [id, possible] of outcomes) {
    const range = possibleRange(instrument, id, graph);
    const quantity = graph.stages(id)?.value;
    if (range === undefined || quantity === undefined) continue;
    if (range.exact) exact++;
    wrong.push(...witnesses(compiled, id, range));
    // A number inside a stretch is reached by the answers that the stretch names for it.
    for (const { atom, proof } of possible) {
      if (atom.kind !== "stretch" || !atom.sure || !atom.dense || atom.at === undefined) continue;
      const inside = memberOf(atom);
      const found = atom.at(inside);
      const reached = found && evaluated(quantity, choicesOf(both(found, proof)));
      if (reached?.kind === "point" && keyOf(reached.value) !== keyOf(valueFor(atom.measure, inside)))
        wrong.push(`${id}: ${keyOf(inside)} is not reached but ${reached.key}`);
    }
  }
  return { wrong, scores: compiled.order.length, exact };
}

function unknownScore(id: string): never {
  throw new Error(`no score ${id}`);
}

function covers(atom: Atom, value: Value): boolean {
  if (atom.kind === "point") return keyOf(atom.value) === keyOf(value);
  if (atom.kind === "stretch") {
    const number = measured(value);
    return number !== undefined && number.measure === atom.measure && holds(atom, number.number);
  }
  if (value === null) return atom.type === "any";
  return (
    atom.type === "any" ||
    (atom.type === "number" && measured(value) !== undefined) ||
    (atom.type === "text") === (typeof value === "string")
  );
}

function cell(dice: Dice, type: string | undefined): string {
  if (dice.chance(12)) return "";
  switch (type) {
    case "decimal":
    case "vas":
      return dice.of([String(dice.below(12) - 2), `${dice.below(10)}.${dice.below(1000)}`, "0", "10", "3", "99", String(dice.below(2000))]);
    case "integer":
      return dice.of([String(dice.below(12) - 5), String(dice.below(5001)), "0", "5000", "999", "7"]);
    case "time":
      return `${dice.below(24)}:${String(dice.below(60)).padStart(2, "0")}`;
    case "duration":
      return dice.of(["0", String(dice.below(1500)), `${dice.below(30)} hours`, "0.5"]);
    case "text":
      return dice.of(["yes", "7", "some words"]);
    default:
      return String(dice.below(3));
  }
}
