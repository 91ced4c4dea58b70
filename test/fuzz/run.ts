// `npm run fuzz -- --count=1000000 --from=0`: throws inputs made from test/fuzz/seeds at the program. A failing input is made again by its number.
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";

const { values } = parseArgs({ options: { count: { type: "string", default: "1000000" }, from: { type: "string", default: "0" } } });
const [count, from] = [Number(values.count), Number(values.from)];
const started = performance.now();
const { counts, spent, failures, slowest } = await fuzz(from, count, 10, (done) => {
  process.stderr.write(process.stderr.isTTY ? `\r${done} of ${count}` : `${done}\n`);
});
for (const { number, target, input, why } of failures) console.log(`\n${target}, number ${number}: ${JSON.stringify(input)}\n${why}`);
const each = [...counts].map(([name, how]) => `${how} ${name} (${((spent.get(name) ?? 0) / how).toFixed(2)} ms each)`).join(", ");
console.log(`\n${each}: ${failures.length} failed, in ${Math.round((performance.now() - started) / 1000)} s`);
console.log(`the slowest was number ${slowest.number}: ${Math.round(slowest.milliseconds)} ms`);
process.exitCode = failures.length === 0 ? 0 : 1;
