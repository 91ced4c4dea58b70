import { appendFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "node:util";

/** The one entry that every VS Code calls. The suite's own file of results is the proof that tests ran: an exit code alone is not. */
export async function run(): Promise<void> {
  const results = process.env.TEST_RESULT_DIR;
  if (results === undefined) throw new Error("TEST_RESULT_DIR is not set");
  // A true import: the two VS Codes run on versions of Node.js that require an ES module in different ways.
  const { default: Mocha } = await import("mocha");
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => appendFileSync(path.join(results, "spec.txt"), `${format(...parts)}\n`);
  const mocha = new Mocha({ timeout: 120_000, color: false, reporter: "spec", forbidOnly: true, forbidPending: true });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith(".test.js")) mocha.addFile(path.join(__dirname, file));
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failed) => {
      writeFileSync(path.join(results, "result.json"), JSON.stringify({ passed: runner.stats?.passes ?? 0, failed }));
      if (failed === 0) resolve();
      else reject(new Error(`${failed} failed`));
    });
  });
}
