import assert from "node:assert/strict";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "../cli/fake-world.ts";

describe("cli: delphi simulate", () => {
  const simulate = async (...words: readonly string[]) => {
    const world = fakeWorld(process.cwd());
    const code = await run(["delphi", "simulate", ...words], world);
    return { code, ...world.shown() };
  };

  it("shows what a rule does: certain at the ends, rarely decided between, the same by the same seed", async () => {
    const { out, code } = await simulate("samples/jdr-core-set.delphi.yaml", "--format", "csv", "--panels", "200");
    assert.equal(code, 0);
    assert.equal((await simulate("samples/jdr-core-set.delphi.yaml", "--format", "csv", "--panels", "200")).out, out);
    assert.notEqual((await simulate("samples/jdr-core-set.delphi.yaml", "--format", "csv", "--panels", "200", "--seed", "2")).out, out);
    const rows = out
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const included = (opinion: string, panel: string) =>
      Number(rows.find((row) => row.slice(0, 3).join("/") === opinion && row[3] === panel)?.[4]);
    assert.ok(included("90/8/2", "target") > 180);
    assert.ok(included("80/15/5", "target") > included("80/15/5", "minimum"));
    assert.equal(included("50/0/50", "target"), 0);
    for (const row of rows)
      assert.equal(
        row.slice(4).reduce((sum, cell) => sum + Number(cell), 0),
        200,
      );
  });

  it("says the rule in words above the table", async () => {
    const { out } = await simulate("samples/appropriateness.delphi.yaml", "--panels", "20");
    assert.match(
      out,
      /^A statement is included where, among all panellists together, the median is at least 6.5 and the panel does not disagree by IPRAS/,
    );
    assert.match(out, /opinion \(upper\/middle\/lower\) +panel +include +exclude +carry +undecidable\n/);
  });
});
