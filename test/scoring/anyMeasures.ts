import { condition, Dice, number } from "./anyInstrument.ts";

/** Items that can be answered with any number of a stretch, clock times, durations and texts beside a few codes. */
const MEASURES: readonly [string, ...string[]] = [
  "{type: decimal, min: 0, max: 10}",
  "{type: decimal, min: -2, max: 3, options: {99: {label: Refused, missing: true}}}",
  "{type: decimal, min: 0}",
  "{type: integer, min: 0, max: 5000}",
  "{type: integer, max: 7}",
  "{type: integer, min: 0, options: {999: {label: Unknown, missing: true}}}",
  "{type: vas, from: 0, to: 10, step: 0.001}",
  "{type: time}",
  "{type: duration, unit: minutes}",
  "{type: text}",
  "{options: {0: Never, 1: Sometimes, 2: Often}}",
];

export function writeMeasures(itemCount: number, scoreCount: number, seed: number): string {
  const dice = new Dice(seed);
  const items = Array.from({ length: itemCount }, (_, place) => `i${place + 1}`);
  const scores = Array.from({ length: scoreCount }, (_, place) => `s${place + 1}`);
  const lines = ["instrument: small", "recodes:", '  early: {"<=2": 0, "2..5": 1, ">7": 3, else: 2}', '  holes: {"<0": 1, "1..4": 2}'];
  lines.push("tables:", "  scaled: {0: 10, 1: 20, 2: 25, 3: 25}", "sections:", "  main:", "    items:");
  for (const id of items)
    lines.push(`      ${id}: {text: ${id}, response: ${dice.of(MEASURES)}${dice.chance(15) ? ", reverse: true" : ""}}`);
  lines.push("scores:");
  for (const [place, id] of scores.entries()) {
    lines.push(`  ${id}:`, ...score(dice, items, scores.slice(0, place)).map((line) => `    ${line}`));
  }
  return `${lines.join("\n")}\n`;
}

function score(dice: Dice, items: readonly string[], before: readonly string[]): string[] {
  const lines: string[] = [];
  if (dice.chance(35)) {
    const members = items
      .filter(() => dice.chance(70))
      .map((id) => (dice.chance(40) ? `{item: ${id}, recode: ${dice.of(["early", "holes"])}}` : id));
    lines.push(`items: [${(members.length === 0 ? items.slice(0, 1) : members).join(", ")}]`);
    lines.push(
      `method: ${dice.of(["sum", "mean", "min", "max", "product"])}`,
      `missing: {allow: ${dice.below(3)}, fill: ${dice.of(["none", "person_mean", 1])}}`,
    );
  } else lines.push(`value: '${dice.chance(65) ? formula(dice, items, before) : condition(dice, items, before, 2)}'`);
  if (dice.chance(25)) lines.push(`transform: [${dice.of(["{multiply: -2}", "{add: 1}", "{lookup: scaled}"])}]`);
  if (dice.chance(25))
    lines.push(`round: {to: ${dice.of([1, 0.5])}, mode: ${dice.of(["half_up", "half_even", "half_away", "down", "up"])}}`);
  return lines;
}

function formula(dice: Dice, items: readonly string[], before: readonly string[]): string {
  const name = dice.of([items[0] ?? "0", ...items]);
  const other = dice.of([items[0] ?? "0", ...items]);
  switch (dice.below(8)) {
    case 0:
      return `hours(${name} - ${other})`;
    case 1:
      return `100 * ${name} / hours(${other} - ${dice.of([name, other, "22:30"])})`;
    case 2:
      return `minutes(${name} + ${other})`;
    case 3:
      return `(${name} - ${other}) mod 24`;
    case 4:
      return `${name}^2 + ${other}`;
    default:
      return number(dice, items, before, 2);
  }
}
