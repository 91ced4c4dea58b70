import fc from "fast-check";

/** Small instruments as YAML, of which every answer sheet can be gone through one by one. */
export const anyInstrument: fc.Arbitrary<string> = fc
  .record({
    items: fc.array(fc.nat(9999), { minLength: 2, maxLength: 4 }),
    scores: fc.array(fc.nat(9999), { minLength: 1, maxLength: 4 }),
    seed: fc.nat(999_999),
  })
  .map(({ items, scores, seed }) => write(items.length, scores.length, seed));

/** A list of choices that one number stands for: the same number always makes the same instrument. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 7919 + 12_345;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  of<T>(things: readonly [T, ...T[]]): T {
    return things[this.below(things.length)] ?? things[0];
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

const RESPONSES: readonly [string, ...string[]] = [
  "{options: {0: Never, 1: Sometimes, 2: Often}}",
  "{options: {1: A, 2: B, 4: C, 99: {label: Refused, missing: true}}}",
  '{options: {"yes": {label: "Yes", score: 1}, "no": {label: "No", score: 0}, maybe: {label: Maybe, score: 0.5}}}',
  "{from: 1, to: 4}",
  "{type: integer, min: -1, max: 2}",
  "{type: vas, from: 0, to: 1, step: 0.5}",
  "{type: multiple, options: {pay: Pay, load: Load, none: {label: None, exclusive: true}}}",
  "{options: {1: {label: A, score: 3}, 2: {label: B, score: 1}, 3: {label: C, score: 2, when: i1 == 1}}}",
];

export function write(itemCount: number, scoreCount: number, seed: number): string {
  const dice = new Dice(seed);
  const items = Array.from({ length: itemCount }, (_, place) => `i${place + 1}`);
  const scores = Array.from({ length: scoreCount }, (_, place) => `s${place + 1}`);
  const lines = ["instrument: small", "recodes:", "  half: {0: 0, 1: 0.5, 2: 1, else: 2}", '  edge: {"<=1": 1, "2..3": 0}', "tables:"];
  lines.push("  scaled: {0: 10, 1: 20, 2: 25, 3: 25}", "sections:", "  main:");
  if (dice.chance(10)) lines.push("    when: s1 != 0");
  lines.push("    items:");
  for (const [place, id] of items.entries()) lines.push(`      ${id}: ${item(dice, id, items.slice(0, place))}`);
  lines.push("scores:");
  for (const [place, id] of scores.entries())
    lines.push(`  ${id}:`, ...score(dice, items, scores.slice(0, place)).map((line) => `    ${line}`));
  return `${lines.join("\n")}\n`;
}

function item(dice: Dice, id: string, before: readonly string[]): string {
  const response = dice.of(id === "i1" ? [RESPONSES[0], RESPONSES[0], RESPONSES[1] ?? ""] : RESPONSES);
  const parts = [`text: ${id}`, `response: ${response}`];
  if (dice.chance(25)) parts.push("reverse: true");
  if (before.length > 0 && dice.chance(35)) parts.push(`when: ${quoted(condition(dice, before, [], 1))}`);
  if (dice.chance(25)) parts.push(`skipped: ${dice.of([0, 1, 7])}`);
  if (dice.chance(10)) parts.push("key: 2");
  return `{${parts.join(", ")}}`;
}

function score(dice: Dice, items: readonly string[], before: readonly string[]): string[] {
  const lines = dice.chance(50) ? entries(dice, items, before) : formulaScore(dice, items, before);
  if (dice.chance(20)) lines.push(`when: ${quoted(condition(dice, items, before, 1))}`);
  if (dice.chance(25))
    lines.push(
      `transform: [${dice.of(["{multiply: 2}", "{add: 1}", "{divide: 3}", "{rescale: [0, 10]}", "{lookup: scaled}", "{t: {mean: 2, sd: 4}}"])}]`,
    );
  if (dice.chance(20))
    lines.push(`round: {to: ${dice.of([1, 0.5, 2])}, mode: ${dice.of(["half_up", "half_even", "half_away", "down", "up"])}}`);
  if (dice.chance(25)) lines.push("bands: {low: [-20, 1], middle: 2, high: [4, 9]}");
  if (dice.chance(15)) lines.push("cutoffs: {case: {at_least: 2}}");
  return lines;
}

function entries(dice: Dice, items: readonly string[], before: readonly string[]): string[] {
  const pool = [...items, ...before.slice(-1)];
  const chosen = pool.filter(() => dice.chance(70));
  const members = (chosen.length === 0 ? pool.slice(0, 1) : chosen).map((id) => entry(dice, id));
  const lines = [`items: [${members.join(", ")}]`, `method: ${dice.of(["sum", "sum", "mean", "mean", "min", "max", "product"])}`];
  if (dice.chance(60)) {
    const rule = dice.of([`allow: ${dice.below(3)}`, `need: ${dice.below(4)}`, "need: half", 'need: "60%"']);
    const always = dice.chance(20) ? `, always: [${members[0]?.replace(/^-|\{item: (\w+).*/g, "$1")}]` : "";
    lines.push(`missing: {${rule}, fill: ${dice.of(["none", "person_mean", "person_mean", 1, 0.5])}${always}}`);
  }
  if (dice.chance(10)) lines.push(`recode: ${dice.of(["half", "edge"])}`);
  return lines;
}

function entry(dice: Dice, id: string): string {
  if (dice.chance(60)) return dice.chance(15) ? `-${id}` : id;
  const parts = [`item: ${id}`];
  if (dice.chance(50)) parts.push(`weight: ${dice.of([2, -1, 0.5, 0, 1])}`);
  if (dice.chance(40)) parts.push(`recode: ${dice.of(["half", "edge", "{1: 2, 2: 5, else: missing}"])}`);
  if (dice.chance(25)) parts.push(`reverse: ${dice.chance(70)}`);
  return `{${parts.join(", ")}}`;
}

function formulaScore(dice: Dice, items: readonly string[], before: readonly string[]): string[] {
  if (dice.chance(30)) {
    const text = dice.chance(50);
    const value = (name: string): string =>
      text ? name : dice.chance(40) ? `{value: ${quoted(number(dice, items, before, 1))}}` : String(dice.below(4));
    const lines = ["cases:"];
    for (let place = 0; place <= dice.below(3); place++) {
      lines.push(`  - when: ${quoted(condition(dice, items, before, 2))}`, `    is: ${value(`c${place}`)}`);
    }
    if (dice.chance(60)) lines.push(`  - otherwise: ${value("other")}`);
    return lines;
  }
  return [`value: ${quoted(dice.chance(70) ? number(dice, items, before, 3) : condition(dice, items, before, 3))}`];
}

function quoted(formula: string): string {
  return `'${formula.replaceAll("'", "''")}'`;
}

function list(dice: Dice, items: readonly string[], before: readonly string[], depth: number): string {
  const span = items.length > 1 && dice.chance(50) ? `${items[0]}..${items.at(-1)}` : undefined;
  if (span !== undefined) return dice.of([span, `scored(${span})`, span, `abs(${span} - 1)`]);
  return Array.from({ length: 1 + dice.below(3) }, () => number(dice, items, before, depth - 1)).join(", ");
}

function need(dice: Dice): string {
  return dice.chance(30) ? dice.of([", need=1", ", need=2", ", need=half", ", need=0"]) : "";
}

export function number(dice: Dice, items: readonly string[], before: readonly string[], depth: number): string {
  const name = dice.of([items[0] ?? "0", ...items, ...before]);
  if (depth <= 0 || dice.chance(20)) return dice.of([name, name, name, `scored(${name})`, String(dice.below(4)), "missing"]);
  const inner = (): string => number(dice, items, before, depth - 1);
  switch (dice.below(14)) {
    case 0:
      return `sum(${list(dice, items, before, depth)}${need(dice)})`;
    case 1:
      return `mean(${list(dice, items, before, depth)}${need(dice)})`;
    case 2:
      return `${dice.of(["min", "max", "sd", "longest_run"])}(${list(dice, items, before, depth)}${need(dice)})`;
    case 3:
      return `count(${items[0]}..${items.at(-1)} ${dice.of([">=", "==", "<"])} ${dice.below(3)}${need(dice)})`;
    case 4:
      return `if(${condition(dice, items, before, depth - 1)}, ${inner()}, ${inner()})`;
    case 5:
      return `coalesce(${inner()}, ${inner()})`;
    case 6:
      return `abs(${inner()})`;
    case 7:
      return `round(${inner()}, to=${dice.of(["1", "0.5"])}, mode=${dice.of(["half_up", "half_even", "down"])})`;
    case 8:
      return `sqrt(${inner()})`;
    case 9:
      return `lookup(${inner()}, scaled)`;
    case 10:
      return `percentile([${list(dice, items, before, 1)}], 40, quantile=${dice.of(["type2", "type6", "type7"])}${need(dice)})`;
    default:
      return `(${inner()} ${dice.of(["+", "-", "*", "/", "-", "mod", "^"])} ${inner()})`;
  }
}

export function condition(dice: Dice, items: readonly string[], before: readonly string[], depth: number): string {
  const name = dice.of([items[0] ?? "0", ...items, ...before]);
  if (depth <= 0) return `${name} ${dice.of(["==", "!=", "<", ">="])} ${dice.below(3)}`;
  const inner = (): string => condition(dice, items, before, depth - 1);
  switch (dice.below(11)) {
    case 0:
      return `(${inner()} and ${inner()})`;
    case 1:
      return `(${inner()} or ${inner()})`;
    case 2:
      return `not ${inner()}`;
    case 3:
      return `${dice.of(["answered", "missing", "valid"])}(${name})`;
    case 4:
      return `${name} in [1, 2]`;
    case 5:
      return `${number(dice, items, before, depth - 1)} between 1 and 2`;
    case 6:
      return `${dice.of(["any", "all"])}(${inner()}, ${inner()}${need(dice)})`;
    case 7:
      return `selected(${name}, "pay")`;
    case 8:
      return `${name} == "yes"`;
    default:
      return `${number(dice, items, before, depth - 1)} ${dice.of(["==", "!=", "<", "<=", ">", ">="])} ${number(dice, items, before, depth - 1)}`;
  }
}
