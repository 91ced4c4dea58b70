import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Compares with the stored output (its ending keeps formatters away from it); `UPDATE=1` stores it anew, and the review is the diff. */
export function assertGolden(name: string, actual: string): void {
  const path = join(import.meta.dirname, "golden", `${name}.golden`);
  if (process.env.UPDATE === "1" || !existsSync(path)) {
    assert.ok(process.env.UPDATE === "1" || process.env.CI === undefined, `${path} is missing; make it with UPDATE=1`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  assert.equal(actual, readFileSync(path, "utf8"));
}
