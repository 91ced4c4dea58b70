import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "../server/cli/run.ts";
import { fakeWorld } from "./cli/fake-world.ts";
import { temporaryFolder } from "./cli/temporary-folder.ts";
import { drawnSamples } from "./drawSamples.ts";

const DATA = fileURLToPath(new URL("../samples/data/", import.meta.url));
const STUDY = readFileSync(fileURLToPath(new URL("../samples/jdr-core-set.delphi.yaml", import.meta.url)), "utf8");
const RATINGS = readFileSync(`${DATA}jdr-core-set-ratings.csv`, "utf8");
const upTo = (round: number): string =>
  RATINGS.split("\n")
    .filter((line, i) => i === 0 || line === "" || Number(line.split(",", 1)[0]) <= round)
    .join("\n");

describe("the data of the samples", () => {
  for (const [name, text] of drawnSamples())
    it(`is what its seed draws: ${name}`, () => assert.equal(readFileSync(`${DATA}${name}`, "utf8"), text));

  describe("writes the next round of the core set as a small change", () => {
    const folder = temporaryFolder({
      "study.delphi.yaml": STUDY,
      "one.csv": upTo(1),
      "two.csv": upTo(2),
      "suggested.csv": readFileSync(`${DATA}jdr-core-set-suggested.csv`, "utf8"),
    });
    after(() => folder.remove());
    const next = async (ratings: string): Promise<string> => {
      const world = fakeWorld(folder.path);
      assert.equal(
        await run(["delphi", "next", "study.delphi.yaml", ratings, "--suggested", "suggested.csv"], world),
        0,
        world.shown().err,
      );
      return readFileSync(`${folder.path}/study.delphi.yaml`, "utf8");
    };
    it("changes nothing where the file says it already, and only the lines of what was decided", async () => {
      assert.equal(await next("one.csv"), STUDY);
      const written = await next("two.csv");
      const [old, now] = [STUDY.split("\n"), written.split("\n")];
      assert.equal(now.length, old.length);
      const changed = now.flatMap((line, i) => (line === old[i] ? [] : [[old[i] ?? "", line] as const]));
      assert.equal(changed.length, 13);
      for (const [before, line] of changed) {
        const [, id = "", text = ""] = /^ {6}(\w+): (.*)$/.exec(before) ?? [];
        assert.match(line, /^ {6}\w+: \{text: .*, decided: \{after: 2, as: (?:include|exclude)\}\}$/);
        assert.ok(line.startsWith(`      ${id}: {text: ${text}, `), line);
      }
      assert.equal(await next("two.csv"), written);
    });
  });
});
