import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { analyse } from "../../server/analysis/engine.ts";
import { run } from "../../server/cli/run.ts";
import { diffDocuments } from "../../server/diff/diff.ts";
import { versionProblems } from "../../server/diff/versionProblems.ts";
import type { Problem } from "../../server/problem.ts";
import { fakeWorld } from "../cli/fake-world.ts";
import { applied, BESIDE, mark, readPage } from "./page.ts";
import { survivors } from "./survivors.ts";

const FOLDER = "server/rules";
const pages = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .sort();

/** Each rule's page is its test: `UPDATE=1` rewrites the marks, and the difference is the review. */
describe("the pages of the rules", () => {
  for (const name of pages) {
    const code = name.replace(/\.md$/, "");
    const path = join(FOLDER, name);
    describe(code, () => {
      const page = readFileSync(path, "utf8");
      const cases = readPage(page);
      let updated = page;

      it("shows the mistake and a text without it", () => {
        assert.ok(
          cases.some((one) => one.expected.includes(` ${code}: `)),
          "a block must be marked with the code",
        );
        assert.ok(
          cases.some((one) => !/\^ (?:error|warning|info) /.test(one.expected)),
          "a block must be silent",
        );
      });

      for (const one of cases) {
        it(one.title, () => {
          const problems = problemsOf(one.text, one.files, code).filter((problem) => problem.severity !== "info" || problem.code === code);
          const behind = problems.filter(({ range }) => range.start >= one.end && one.end < one.text.length);
          assert.deepEqual(
            behind.map(({ code: other, message }) => `${other}: ${message}`),
            [],
          );
          const shown = mark(
            one.text.slice(one.head, one.end),
            problems.map((problem) => ({
              ...problem,
              range: { start: problem.range.start - one.head, end: problem.range.end - one.head },
            })),
          );
          if (process.env.UPDATE) {
            updated = updated.replace(one.expected, shown);
            writeFileSync(path, updated);
          } else assert.equal(shown, one.expected);
          for (const { title, text } of one.fixes) {
            const fix = problems.flatMap((problem) => problem.fixes).find((candidate) => candidate.title === title);
            assert.ok(
              fix,
              `no fix "${title}" among ${problems.flatMap((problem) => problem.fixes.map((candidate) => candidate.title)).join(", ")}`,
            );
            assert.equal(applied(one.text, fix).slice(one.head), text + one.text.slice(one.end));
          }
        });
      }
    });
  }
});

/** The parts of the format that a finding may rest on where no publication is its source. */
const PARTS = [
  "Shape",
  "Responses",
  "Sections and items",
  "Scores",
  "Expressions",
  "Tests of scoring",
  "Delphi studies",
  "Guides and studies",
  "What the tool says about a file",
];

/** A reason that a reviewer can look up stands at the end of each page, also of the findings on data. */
describe("the sources of the rules", () => {
  const all = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  for (const name of all.sort()) {
    const code = basename(name, ".md");
    it(code, async () => {
      const source = /\n\n\*\*Source\.\*\* (\S.*\.)\n$/.exec(readFileSync(join(FOLDER, name), "utf8"))?.[1] ?? "";
      assert.ok(source.length > 0, "the last line of a page begins with **Source.** and ends with a full stop");
      for (const [, part = ""] of source.matchAll(/The format, "([^"]*)"/g))
        assert.ok(PARTS.includes(part), `"${part}" is no part of the format`);
      for (const [doi] of source.matchAll(/\b10\.\d{4,}\S*/g)) assert.match(doi, /^10\.\d{4,9}\/[-._;()/:A-Za-z0-9]+$/);
      const world = fakeWorld(process.cwd());
      assert.equal(await run(["explain", code], world), 0);
      assert.ok(world.shown().out.endsWith(`**Source.** ${source}\n`), "explain prints it");
    });
  }
});

function problemsOf(text: string, files: ReadonlyMap<string, string>, code: string): readonly Problem[] {
  const analysis = analyse(text, { read: (path) => files.get(path) ?? BESIDE.get(path), isOutside: (path) => path.startsWith("..") });
  // What is looked for on demand only is no finding of the analysis.
  const before = files.get("before");
  if (before !== undefined) return versionProblems(diffDocuments(analyse(before), analysis), analysis);
  return code === "surviving-mutation" ? [...analysis.problems, ...survivors(analysis)] : analysis.problems;
}
