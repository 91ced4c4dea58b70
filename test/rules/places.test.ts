import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../server/analysis/engine.ts";
import type { Problem } from "../../server/problem.ts";
import { readPage } from "./page.ts";

const FOLDER = "server/rules";

/** One formula with a slip, in every way that YAML has to write it. The slip is `=`, which must be found to the character. */
const STYLES: Record<string, string> = {
  plain: "when: clear = 4",
  "in double quotes": 'when: "clear = 4"',
  "in double quotes with an escape before it": 'when: "\\u0063lear = 4"',
  "in single quotes": "when: 'clear = 4'",
  literal: "when: |\n          clear = 4",
  "literal, chomped": "when: |-\n          clear = 4\n",
  folded: "when: >\n          clear\n          = 4",
  "over two lines": "when: clear\n          = 4",
  "over two lines in quotes": 'when: "clear\n          = 4"',
};

const around = (formula: string, title: string) => `instrument: example
title: ${title}
version: 1.0.0
licence: {name: CC0, permission: free}
responses:
  agree5:
    options: {1: Strongly disagree, 2: Disagree, 3: Neither, 4: Agree, 5: Strongly agree}
sections:
  work:
    response: agree5
    items:
      clear: My tasks are clear to me at present.
      goals:
        text: My goals are clear to me at present.
        scored: false
        ${formula}
scores:
  role: {items: [clear], range: [1, 5], higher: clearer}
`;

const shown = (text: string, problems: readonly Problem[]) =>
  problems.map(({ code, range }) => `${code} ${text.slice(range.start, range.end).replaceAll("\r\n", "\n")}`);

describe("the place of a finding", () => {
  for (const [style, formula] of Object.entries(STYLES)) {
    for (const title of ["Example", "Example 🙂𝒳"]) {
      for (const [name, lineBreak] of [
        ["LF", "\n"],
        ["CRLF", "\r\n"],
      ] as const) {
        it(`is exact in a formula ${style}, with ${name} and the title ${title}`, () => {
          const text = around(formula, title).replaceAll("\n", lineBreak);
          assert.deepEqual(
            shown(
              text,
              analyse(text).problems.filter(({ severity }) => severity === "error"),
            ),
            ["formula-syntax ="],
          );
        });
      }
    }
  }

  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".md"))) {
    it(`is the same with CRLF and characters beyond the basic plane: ${name}`, () => {
      for (const { text, files } of readPage(readFileSync(join(FOLDER, name), "utf8"))) {
        const host = { read: (path: string) => files.get(path), isOutside: (path: string) => path.startsWith("..") };
        const other = `# 🙂𝒳\n${text}`.replaceAll("\n", "\r\n");
        assert.deepEqual(shown(other, analyse(other, host).problems), shown(text, analyse(text, host).problems));
      }
    });
  }
});
