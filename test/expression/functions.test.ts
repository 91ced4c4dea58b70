import { strict as assert } from "node:assert";
import { readdirSync } from "node:fs";
import { ARGUMENT_NAMES } from "../../server/expression/argumentNames.ts";
import { FUNCTIONS } from "../../server/expression/functions/index.ts";

describe("functions of the formula language", () => {
  it("are those of the format", () => {
    const named =
      "sum mean min max sd count any all abs sqrt round floor ceil if coalesce scored answered missing valid lookup percentile selected minutes hours years_between longest_run concat length";
    assert.deepEqual([...FUNCTIONS.keys()], named.split(" "));
  });

  it("have a file each, named after them", () => {
    const files = new Set(readdirSync(new URL("../../server/expression/functions", import.meta.url)));
    for (const name of FUNCTIONS.keys()) assert.ok(files.has(`${name}.ts`), name);
  });

  it("take no named argument that the parser does not know", () => {
    const taken = new Set([...FUNCTIONS.values()].flatMap(({ named }) => named.map(({ name }) => name)));
    assert.deepEqual([...taken].sort(), [...ARGUMENT_NAMES].sort());
  });

  it("are described in sentences that read alike", () => {
    for (const { name, summary, help, parameters, named } of FUNCTIONS.values()) {
      assert.match(summary, /^[^A-Z].*[^.]$/, name);
      assert.match(help, /^.*\.$/, name);
      for (const parameter of [...parameters, ...named]) assert.match(parameter.summary, /^[^A-Z].*[^.]$/, `${name}: ${parameter.name}`);
      assert.equal(
        parameters.slice(0, -1).some(({ many }) => many === true),
        false,
        `${name}: only the last parameter stands for many`,
      );
    }
  });
});
