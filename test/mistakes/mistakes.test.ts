import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findingsOn } from "../complaints.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Each document holds one published mistake and names in its first comment the findings that it must give, and no other error or warning. */
describe("published mistakes", () => {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".yaml"))) {
    it(`are found: ${name}`, () => {
      const path = join(folder, name);
      const [, listed] = /^# expect: (.+)$/m.exec(readFileSync(path, "utf8")) ?? [];
      assert.ok(listed, "the first comment says what must be found");
      const expected = listed.split(",").map((code) => code.trim());
      const findings = findingsOn(path);
      const told = new Set(findings.filter(({ code, severity }) => severity !== "info" || expected.includes(code)).map(({ code }) => code));
      assert.deepEqual([...told].sort(), [...expected].sort(), findings.map(({ code, message }) => `${code}: ${message}`).join("\n"));
    });
  }
});
