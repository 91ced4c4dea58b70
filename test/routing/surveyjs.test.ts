import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { analyse } from "../../server/analysis/engine.ts";
import { mark, readPage } from "../rules/page.ts";

const PATH = "test/routing/surveyjs.md";
const CASE = /^## ([a-z-]+\/[a-z-]+)(?:: (.+))?\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm;

/** Each kind of defect that another linter knows is found here, or one line says why it cannot be written. */
describe("the defects that the linter of SurveyJS knows", () => {
  let page = readFileSync(PATH, "utf8");
  const cases = [...page.matchAll(CASE)];
  for (const [, rule = "", codes, body = ""] of cases) {
    it(`${rule}: ${codes ?? "cannot occur"}`, () => {
      const [one] = readPage(body);
      if (codes === undefined) {
        assert.match(body, /^\nCannot occur: .+\.\n/);
        assert.equal(one, undefined);
        return;
      }
      assert.ok(one);
      const problems = analyse(one.text).problems.filter(({ severity }) => severity !== "info");
      const shown = mark(
        one.text.slice(one.head, one.end),
        problems.map((problem) => ({ ...problem, range: { start: problem.range.start - one.head, end: problem.range.end - one.head } })),
      );
      if (process.env.UPDATE) {
        page = page.replace(body, () => body.replace(one.expected, () => shown));
        writeFileSync(PATH, page);
      }
      const found = new Set(problems.map(({ code }) => code));
      for (const code of codes.split(", ")) assert.ok(found.has(code), `${code} is not among ${[...found].join(", ")}`);
      if (!process.env.UPDATE) assert.equal(shown, one.expected);
    });
  }
  it("are all of them", () => assert.equal(cases.length, 33));
});
