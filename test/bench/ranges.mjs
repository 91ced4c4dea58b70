// Proving what scores can be: an instrument of 135 items with 32 scales that share items, every fourth item reverse-keyed, blanks allowed.
import { bundled } from "./bundled.mjs";
import { random } from "./generate.mjs";
import { median } from "./numbers.mjs";

const [ITEMS, SCALES] = [135, 32];

/** Milliseconds of processor time for proving all scales: the first time in a program, and the median of later times; nothing is kept from one to the next. */
export async function ranges(rounds = 15) {
  const { analyse, instrumentGraph, possibleRange } = await bundled(
    "ranges",
    `
      export { analyse } from "./server/analysis/engine.ts";
      export { instrumentGraph, possibleRange } from "./server/scoring/range.ts";`,
  );
  const times = [];
  let exact = 0;
  for (let round = 0; round < rounds; round++) {
    // A fresh reading, so that nothing is remembered about its items.
    const { instrument } = analyse(text());
    const before = process.cpuUsage();
    const graph = instrumentGraph(instrument);
    const found = instrument.scores.ids().map((id) => possibleRange(instrument, id, graph));
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    exact = found.filter((range) => range?.exact && range.witness?.min && range.witness.max).length;
  }
  return { items: ITEMS, scales: SCALES, exact, first: times[0], later: median(times.slice(1)) };
}

function text() {
  const next = random(135);
  const ids = Array.from({ length: ITEMS }, (_, i) => `q${String(i + 1).padStart(3, "0")}`);
  const lines = [
    "instrument: overlapping",
    "responses: {often5: {from: 0, to: 4}}",
    "sections:",
    "  all:",
    "    response: often5",
    "    items:",
  ];
  for (const [i, id] of ids.entries()) lines.push(`      ${id}: {text: Statement ${i + 1}${i % 4 === 3 ? ", reverse: true" : ""}}`);
  lines.push("recodes: {steps: {0: 0, 1: 0, 2: 1, 3: 3, 4: 4}}", "scores:");
  for (let scale = 1; scale <= SCALES; scale++) {
    const own = ids.filter(() => next() < 0.15);
    const rule = ["", ", missing: {need: half, fill: none}", ", missing: {allow: 2, fill: person_mean}"][scale % 3];
    const recode = scale % 5 === 0 ? ", recode: steps" : "";
    const method = rule.includes("person_mean") || rule === "" ? "sum" : "mean";
    const rounded = scale % 4 === 0 ? ", round: {to: 0.5, mode: half_up}" : "";
    lines.push(`  s${scale}: {items: [${own.join(", ")}], method: ${method}${rule}${recode}${rounded}}`);
  }
  return `${lines.join("\n")}\n`;
}
