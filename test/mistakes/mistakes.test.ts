import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findingsOn } from "../complaints.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

/** Each file holds one mistake that was published or deployed; its first comment names the findings that must be given. */
describe("published scoring mistakes", () => {
  for (const name of files) {
    it(`are found: ${name}`, () => {
      const path = join(folder, name);
      const [, list = ""] = /^# expect: (.*)$/m.exec(readFileSync(path, "utf8")) ?? [];
      const expected = list.split(", ");
      const given = findingsOn(path).filter(({ code, severity }) => severity !== "info" || expected.includes(code));
      assert.deepEqual(
        [...new Set(given.map(({ code }) => code))].sort(),
        expected,
        given.map(({ code, message }) => `${code}: ${message}`).join("\n"),
      );
    });
  }
  it("are each a case, or explained", () => {
    const explained = [...readFileSync(join(folder, "README.md"), "utf8").matchAll(/^- (M\d\d):/gm)].map(([, id]) => id);
    const all = [...files.map((name) => name.slice(0, 3)), ...explained].sort();
    assert.deepEqual(
      all,
      Array.from({ length: 35 }, (_, place) => `M${String(place + 1).padStart(2, "0")}`),
    );
  });
});
