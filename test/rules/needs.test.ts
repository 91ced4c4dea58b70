import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../server/analysis/engine.ts";
import type { Part, PartKind } from "../../server/model/parts.ts";
import { rules } from "../../server/rules/index.ts";
import type { Context, Rule } from "../../server/rules/rule.ts";
import { BESIDE, readPage } from "./page.ts";

/** The texts of all pages, the marked and the silent ones, and the samples. */
function* texts(): Generator<{ readonly name: string; readonly text: string; readonly files?: ReadonlyMap<string, string> }> {
  for (const name of readdirSync("server/rules").filter((each) => each.endsWith(".md")))
    for (const { text, files } of readPage(readFileSync(join("server/rules", name), "utf8"))) yield { name, text, files };
  for (const name of readdirSync("samples").filter((each) => each.endsWith(".yaml")))
    yield { name, text: readFileSync(join("samples", name), "utf8") };
}

/** A rule whose check is put another one before. */
type Open = { -readonly [Key in keyof Rule]: Rule[Key] };

describe("what rules need", () => {
  const checks = rules.map(({ check }) => check);
  const seen = new WeakSet<Part>();
  const found: string[] = [];
  let unmet = 0;

  /** What the rules say that are not asked about a part. */
  function askTheOthers(part: Part, context: Context): void {
    seen.add(part);
    for (const [i, { code, looksAt, needs }] of rules.entries()) {
      if (!needs || !([] as PartKind[]).concat(looksAt).includes(part.kind) || needs(part as never)) continue;
      unmet++;
      for (const { message } of checks[i]?.call(rules[i], part as never, context) ?? []) found.push(`${code}: ${message}`);
    }
  }

  before(() => {
    for (const [i, rule] of (rules as readonly Open[]).entries())
      rule.check = (part, context) => {
        if (!seen.has(part)) askTheOthers(part, context);
        return checks[i]?.call(rule, part as never, context) ?? [];
      };
  });
  after(() => {
    for (const [i, rule] of (rules as readonly Open[]).entries()) rule.check = checks[i] ?? rule.check;
  });

  it("leaves out no part in which a rule would find something", () => {
    for (const { text, files } of texts()) {
      const { problems } = analyse(text, {
        read: (path) => files?.get(path) ?? BESIDE.get(path),
        isOutside: (path) => path.startsWith(".."),
      });
      assert.ok(problems);
    }
    assert.deepEqual(found, []);
    assert.ok(unmet > 10_000, `${unmet} were left out`);
  });
});
