import { strict as assert } from "node:assert";
import { join } from "node:path";
import { run } from "../../server/cli/run.ts";
import { PUBLISHED } from "../scoring/published.ts";
import { fakeWorld } from "./fake-world.ts";

/** Slips of which nobody can say by trying: someone who spends no time in bed has no efficiency either way, since nothing divides by nothing. */
const UNDECIDED: Readonly<Record<string, readonly string[]>> = { psqi: ['> became >= in "efficiency"'] };

describe("cli: the tests of published keys notice every slip that changes a score", () => {
  for (const id of PUBLISHED) {
    it(id, async () => {
      const world = fakeWorld(join(import.meta.dirname, "../scoring", id));
      assert.equal(await run(["test", "--mutate", `${id}.instrument.yaml`], world), 0);
      const { out } = world.shown();
      assert.match(out, /mutation: (\d+) of \1 slips are noticed/);
      const undecided = [...out.matchAll(/^ {4}undecided: ([^;]*);/gm)].map(([, change]) => change);
      assert.deepEqual(undecided, UNDECIDED[id] ?? []);
    }).timeout(120_000);
  }
});
