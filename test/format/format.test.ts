import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { complaints } from "../complaints.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Each file joins one block of the description of the format to a host document that supplies what the block refers to. */
describe("blocks of the format", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  it("are all there", () => {
    const blocks = files.filter((name) => /^\d-/.test(name)).map((name) => name[0]);
    assert.deepEqual(blocks, ["1", "2", "3", "4", "5", "6", "7"]);
  });
  for (const name of files) {
    it(`gives no error or warning: ${name}`, () => {
      assert.deepEqual(complaints(join(folder, name)), []);
    });
  }
  it("have comments that say which block they hold", () => {
    for (const name of files)
      assert.match(readFileSync(join(folder, name), "utf8"), /^# The (block|first block|second block|guide|instrument)/);
  });
});
