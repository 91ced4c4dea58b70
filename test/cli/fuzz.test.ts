import { strict as assert } from "node:assert";
import fc from "fast-check";
import { run } from "../../server/cli/run.ts";
import { templates } from "../../server/features/templates.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const GOOD = templates[0]?.text("strain") ?? "";

/** Some characters of a good document taken out, doubled or replaced by others that mean something in YAML and in CSV. */
const broken = (text: string) => {
  const piece = fc.constantFrom(
    "",
    "\n",
    "  ",
    "\t",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "#",
    "&a ",
    "*a ",
    "|",
    "\u0000",
    "\ufeff",
    "é",
    ",",
    ";",
    "99",
  );
  const change = fc.record({ at: fc.nat({ max: text.length }), length: fc.nat({ max: 12 }), piece });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let result = text;
    for (const { at, length, piece } of changes) result = result.slice(0, at) + piece + result.slice(at + length);
    return result;
  });
};

describe("cli: whatever is read", () => {
  const folder = temporaryFolder({ "good.instrument.yaml": GOOD });
  after(() => folder.remove());
  const code = async (words: readonly string[], stdin: string): Promise<number> => {
    const world = fakeWorld(folder.path, { stdin });
    const given = await run(words, world);
    assert.notEqual(given, 3, world.shown().err);
    return given;
  };

  it("a broken document is a finding, never a fault", async () => {
    await fc.assert(
      fc.asyncProperty(broken(GOOD), async (text) => {
        assert.equal(await code(["check", "-", "--format", "json"], text), await code(["check", "-", "--format", "sarif"], text));
      }),
      { numRuns: 60 },
    );
  });
  it("broken data are findings, never a fault", async () => {
    const data = "id,clear_tasks,clear_goals,vague_duties\nA,1,2,3\nB,5,,1\nC,1,1,1\n";
    await fc.assert(
      fc.asyncProperty(broken(data), async (text) => {
        await code(["score", "good.instrument.yaml", "-", "--status"], text);
        await code(["score", "good.instrument.yaml", "-", "--summary", "--id", "id"], text);
      }),
      { numRuns: 100 },
    );
  });
  it("a broken instrument is scored as far as it goes", async () => {
    await fc.assert(
      fc.asyncProperty(broken(GOOD), async (text) => {
        await code(["test", "-"], text);
        await code(["ranges", "-", "--format", "json"], text);
        await code(["preview", "-"], text);
      }),
      { numRuns: 40 },
    );
  });
});
