import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const NEAT = "instrument: a\nitems: [1, 2] # two\n";
const UNTIDY = "instrument: a  \nitems: [1,2] # two\n\n";

describe("cli: fmt", () => {
  const folder = temporaryFolder({ "a.instrument.yaml": `\ufeff${UNTIDY}`, "b.instrument.yaml": NEAT, "broken/c.instrument.yaml": "a: [" });
  after(() => folder.remove());
  const scalewright = async (words: readonly string[], stdin = "") => {
    const world = fakeWorld(folder.path, { stdin });
    const code = await run(words, world);
    return { code, ...world.shown() };
  };
  const text = (name: string): string => readFileSync(join(folder.path, name), "utf8");

  it("says what it would change", async () => {
    assert.deepEqual(await scalewright(["fmt", "--check", "a.instrument.yaml", "b.instrument.yaml"]), {
      code: 1,
      out: "a.instrument.yaml\n",
      err: "1 file would be laid out\n",
    });
    const diff = await scalewright(["fmt", "--diff", "a.instrument.yaml"]);
    assert.equal(diff.code, 1);
    assert.match(diff.out, /^\+items: \[1, 2\] # two$/m);
    assert.equal(text("a.instrument.yaml"), `\ufeff${UNTIDY}`);
  });
  it("leaves what it cannot read, and says so", async () => {
    const { code, err } = await scalewright(["fmt", "broken"]);
    assert.equal(code, 2);
    assert.match(err, /^scalewright: broken\/c\.instrument\.yaml: it has errors and stays as it is/);
    assert.equal(text("broken/c.instrument.yaml"), "a: [");
    assert.equal((await scalewright(["fmt", "nothing"])).code, 2);
  });
  it("lays out what an end mark closes, and says why other documents without errors stay as they are", async () => {
    const ended = await scalewright(["fmt", "-"], `---\n${UNTIDY.trimEnd()}\n...  \n# the end\n`);
    assert.deepEqual(ended, { code: 0, out: `---\n${NEAT}...\n# the end\n`, err: "" });
    for (const text of ["{instrument: a,titel: b}\n", "%YAML 1.2\n---\ninstrument:  a\n"]) {
      const { code, out, err } = await scalewright(["fmt", "-"], text);
      assert.deepEqual([code, out], [2, text]);
      assert.match(err, /because it is written in brackets as a whole or begins with a line for YAML itself/);
    }
    for (const text of ["instrument:  a\n...\ntitle: b\n", "instrument:  a\n---\ntitle: b\n"])
      assert.match((await scalewright(["fmt", "-"], text)).err, /it has errors/);
  });
  it("writes standard input laid out to standard output, and no file", async () => {
    const { code, out } = await scalewright(["fmt", "-", "--stdin-filename", "b.instrument.yaml"], UNTIDY);
    assert.deepEqual([code, out], [0, NEAT]);
    assert.deepEqual((await scalewright(["fmt", "-"], "a: [")).out, "a: [");
    await scalewright(["check", "-", "--stdin-filename", "b.instrument.yaml", "--fix"], "instrument: a\ntitel: B\n");
    assert.equal(text("b.instrument.yaml"), NEAT);
  });
  it("lays files out, each with the mark that it begins with", async () => {
    assert.deepEqual(await scalewright(["fmt", "a.instrument.yaml", "b.instrument.yaml"]), { code: 0, out: "", err: "laid out 1 file\n" });
    assert.equal(text("a.instrument.yaml"), `\ufeff${NEAT}`);
    assert.equal((await scalewright(["fmt", "--check", "a.instrument.yaml"])).code, 0);
  });
});
