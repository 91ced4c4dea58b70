import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { HEAD } from "./tables.ts";

const MAIN = fileURLToPath(new URL("../../server/cli/main.ts", import.meta.url));
const IDS = Array.from({ length: 60 }, (_, i) => `w${i + 1}`);
const STUDY = `${HEAD}anonymity: quasi
panel: {groups: {staff: {affected: true, target: 3, minimum: 3}}, membership: exactly_one}
responses:
  importance9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}}
statements:
  work:
    response: importance9
    items:
${IDS.map((id) => `      ${id}: Statement ${id} on work # said by the panel\n`).join("")}rounds:
  1: {mode: rating, opens: 2026-02-02, closes: 2026-02-23}
  2: {mode: rating, opens: 2026-03-16, closes: 2026-04-06, ask: undecided}
consensus: {scope: each_group, include: {percent_in: critical, at_least: 70}, exclude: {percent_in: low, at_least: 70}, otherwise: carry}
decide_after: [1, 2]
undecided: report
`;
const RATINGS = `round,panellist,group,statement,rating\n${["a", "b", "c"].flatMap((who) => IDS.map((id) => `1,${who},staff,${id},8`)).join("\n")}\n`;

describe("cli: delphi next that is killed", () => {
  const folder = temporaryFolder({ "study.delphi.yaml": STUDY, "ratings.csv": RATINGS });
  after(() => folder.remove());
  const file = join(folder.path, "study.delphi.yaml");
  const start = () =>
    spawn(process.execPath, ["--import", "tsx", MAIN, "delphi", "next", file, join(folder.path, "ratings.csv")], {
      stdio: ["ignore", "ignore", "pipe"],
    });

  it("leaves the old study or the new one, whole", async () => {
    const begun = Date.now();
    const whole = start();
    const [code] = await once(whole, "exit");
    const took = Date.now() - begun;
    assert.equal(code, 0);
    const decided = readFileSync(file, "utf8");
    assert.equal(decided.split("as: include").length, IDS.length + 1);
    // Killed at moments spread over a run, most of them near its end, where the file is written.
    for (const part of [0.5, 0.85, 0.95, 1.02]) {
      writeFileSync(file, STUDY);
      const run = start();
      const timer = setTimeout(() => run.kill("SIGKILL"), took * part);
      await once(run, "exit");
      clearTimeout(timer);
      const left = readFileSync(file, "utf8");
      assert.ok(left === STUDY || left === decided, `${left.length} characters were left`);
    }
    for (const name of readdirSync(folder.path)) if (!name.endsWith(".yaml") && !name.endsWith(".csv")) assert.match(name, /^\./);
  });
});
