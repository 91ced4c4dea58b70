import { strict as assert } from "node:assert";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../server/cli/run.ts";
import { dataFindings } from "../../server/rules/data/index.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const FOLDER = "server/rules/data";

/** What the pages score where they bring no instrument of their own. */
const STRAIN = `instrument: strain
responses:
  often4: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always}}
sections:
  work:
    response: often4
    items:
      tired: I go home tired.
      worried: I worry about the next day.
      pills: {text: I take something to sleep., when: tired >= 2, scored: false}
scores:
  total: {items: [tired, worried], method: sum}
`;

/** What the pages decide on where they bring no Delphi study of their own. */
const CORE_SET = `delphi: core-set
panel: {groups: {staff: {affected: true}, managers: {}}, membership: exactly_one}
responses:
  importance9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}, unable: {code: UR}}
statements: {work: {response: importance9, items: {w1: Workload, w2: Time pressure}}}
rounds: {1: {mode: rating}, 2: {mode: rating}}
consensus: {scope: each_group, include: {percent_in: critical, at_least: 70}, otherwise: carry}
`;

const BLOCK = /^```(?:(?:csv|yaml) (file|latin1) "(.*)"|(console))\n([\s\S]*?)^```$/gm;

/** Each page is a session: its files are laid down as they come, its commands are run, and what they print on standard error stands under them. */
describe("the pages of the findings on data", () => {
  const pages = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));

  it("there is one for each", () => {
    assert.deepEqual(pages.map((name) => name.replace(/\.md$/, "")).sort(), dataFindings.map(({ code }) => code).sort());
  });

  for (const name of pages) {
    it(name.replace(/\.md$/, ""), async () => {
      const code = name.replace(/\.md$/, "");
      const path = join(FOLDER, name);
      const page = readFileSync(path, "utf8");
      const folder = temporaryFolder({ "strain.instrument.yaml": STRAIN, "core-set.delphi.yaml": CORE_SET });
      let updated = page;
      const shown: string[] = [];
      for (const [block, kind, file = "", console, body = ""] of page.matchAll(BLOCK)) {
        if (console === undefined) {
          writeFileSync(join(folder.path, file), Buffer.from(body, kind === "latin1" ? "latin1" : "utf8"));
          continue;
        }
        const [line = ""] = body.split("\n");
        const world = fakeWorld(folder.path);
        await run(line.replace("$ scalewright ", "").split(" "), world);
        const { out, err } = world.shown();
        const printed = `${line}\n${err}${out.replace(/^\S+\.instrument\.yaml\n/, "")}`;
        shown.push(printed);
        if (process.env.UPDATE === "1") updated = updated.replace(block, `\`\`\`console\n${printed}\`\`\``);
        else assert.equal(printed, body);
      }
      folder.remove();
      if (process.env.UPDATE === "1") writeFileSync(path, updated);
      assert.ok(
        shown.some((text) => text.includes(` ${code}: `)),
        "a command must show the finding",
      );
      assert.ok(
        shown.some((text) => text.split("\n").length === 2),
        "a command must be silent",
      );
    });
  }
});
