import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { isBranch } from "../../server/model/branches.ts";
import { readFast } from "../../server/syntax/fastReader.ts";
import { readSlow } from "../../server/syntax/readSegment.ts";
import { segmentText } from "../../server/syntax/segmentedText.ts";
import { instrument } from "../bench/generate.mjs";

/** Values that have a name or a tag, and names of them, in all the places that are read fast and some that are not. */
const NAMED = [
  "a: !!str 12\nb: !!int 12 # a number\nc: !!float 1.5\nd: !!bool true\ne: !!null ~\nf: !!int words\n",
  "a: !!map\n  b: !!str true\n  c: !!seq\n  - !!str 1\n  - !!int '2'\n  - !!map {a: !!str 3, b: [!!int 4, !!float 5]}\n",
  'a: !!seq [!!str a, b, !!bool "c"]\nb: !!str |\n  One line.\nc: !!str over two\n  lines\nd: !!float .5e3\n',
  "agree5: &agree5\n  options: {1: Yes, 2: No}\n",
  "agree5: &agree5 # used below\n    options:\n      1: Yes\n",
  "q1:\n  text: &stem How often?\n  response: *agree5 # as before\n",
  "q2:\n  response: &r1 {options: {1: Yes}}\n  note: *stem\n",
  "q3:\n  text: &long |\n    One line,\n    and another.\n  help: &folded >-\n    One line.\n",
  'q4:\n  text: &quoted "How often?"\n  note: &plain over two\n    lines\n',
  "list: &members\n- a\n- *b\n- &c d\nother: &more\n  - a\n  - b: *c\n    d: e\n",
  "flow: &all [a, *b, &c d]\n",
  "<<: *base\na: &x\n",
  "a: &x *y\nb: &x &y z\nc: &x\n  *y\nd: &x\n  words\n",
];

/** A made-up instrument and every YAML text below these folders, cut into segments. */
const FILES = [instrument(200, 1), ...["samples", "test", "server/rules"].flatMap(textsBelow)].map((text) =>
  text.replace(/^[ #]*\^.*\n?/gm, ""),
);
const SEGMENTS = [
  ...new Set([
    ...NAMED,
    ...FILES.flatMap((text) =>
      segmentText(text, isBranch)
        .segments.list.filter(({ kind }) => kind === "entry" || kind === "branch")
        .map(({ text }) => text),
    ),
  ]),
];

/** How many random edits are tried; more by hand: EDITS=100000. */
const RUNS = Number(process.env.EDITS ?? 5000);

/** What turns one thing of YAML into another. */
const PIECES = [
  ..."-:?,[]{}#&*!|>'\"%@`~<=.\\ \n\t\r",
  ": ",
  "- ",
  " #",
  "# ",
  "\n\n",
  "\n  ",
  "\n    ",
  "\r\n",
  "  ",
  "---\n",
  "...\n",
  "|-\n",
  ">-\n",
  "|2\n",
  ">+\n",
  "a: b\n",
  "- a\n",
  "? a\n",
  "{a: b}",
  "[a, b]",
  "{a, b}",
  "[a: b]",
  "&x ",
  "&x\n",
  "&x-1 # y\n",
  "a: &x\n",
  "*x",
  "*x\n",
  "a: *x\n",
  "!!str ",
  "!!int ",
  "!!float ",
  "!!bool ",
  "!!null ",
  "!!map ",
  "!!map\n",
  "!!seq\n",
  "!own ",
  "!<tag:yaml.org,2002:str> ",
  "<<: *x\n",
  "null",
  "true",
  "012",
  "0o17",
  "0x1F",
  "1e3",
  ".5",
  "-1",
  "+.inf",
  ".nan",
  "1_000",
  "\\n",
  "\\u00e9",
  "\\x41",
  "''",
  "💬",
  "\ufeff",
  "\u00a0",
  "\u2028",
  "\u0085",
];

describe("the fast reader", () => {
  it("gives for each segment of the project's own files what the YAML package gives, or gives up", () => {
    const accepted = SEGMENTS.filter(isReadAlike);
    const right = SEGMENTS.filter((text) => readSlow(text).problems.length === 0);
    assert.ok(right.length > 2000, String(right.length));
    assert.ok(accepted.length / right.length > 0.99, `${accepted.length} of ${right.length}`);
  });

  it("does so with the line ends of Windows", () => {
    for (const segment of SEGMENTS) isReadAlike(segment.replaceAll("\n", "\r\n"));
  });

  it("does so after random edits, and accepts nothing that the package finds an error in", function () {
    this.timeout(0);
    const edit = fc.tuple(fc.nat(), fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40)), fc.oneof(fc.constantFrom(...PIECES), fc.constant("")));
    fc.assert(
      fc.property(fc.constantFrom(...SEGMENTS), fc.boolean(), fc.array(edit, { minLength: 1, maxLength: 3 }), (segment, windows, edits) => {
        let text = windows ? segment.replaceAll("\n", "\r\n") : segment;
        for (const [place, length, inserted] of edits) {
          const start = place % (text.length + 1);
          text = text.slice(0, start) + inserted + text.slice(start + length);
        }
        isReadAlike(text);
      }),
      { numRuns: RUNS },
    );
  });

  it("does so for named values and their names after random edits", function () {
    this.timeout(0);
    const edit = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...PIECES, ""));
    fc.assert(
      fc.property(fc.constantFrom(...NAMED), fc.array(edit, { maxLength: 3 }), (named, edits) => {
        let text = named;
        for (const [place, length, inserted] of edits) {
          const start = place % (text.length + 1);
          text = text.slice(0, start) + inserted + text.slice(start + length);
        }
        isReadAlike(text);
      }),
      { numRuns: RUNS },
    );
    assert.ok(NAMED.slice(0, 10).filter(isReadAlike).length >= 9);
  });

  it("does so for texts made of the pieces of YAML alone", function () {
    this.timeout(0);
    const piece = fc.constantFrom(
      ...PIECES,
      "a",
      "b c",
      "a:",
      "b: ",
      "  a: ",
      "    - ",
      "\n      ",
      "\n- ",
      "\n  - ",
      "\na: ",
      '"a b"',
      "'c'",
      "text: |\n",
      "text: >\n",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.constantFrom("", "a: ", "  a:\n    b: ", "a: [", "a: {b: ", "a:\n- "),
        (pieces, start) => {
          isReadAlike(start + pieces.join(""));
        },
      ),
      { numRuns: RUNS },
    );
  });
});

/** Whether the fast reader accepts a text; where it does, it gives what the YAML package gives. */
function isReadAlike(text: string): boolean {
  const pairs = readFast(text);
  if (!pairs) return false;
  assert.deepEqual({ pairs, problems: [] }, readSlow(text), JSON.stringify(text));
  return true;
}

function textsBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules" || name === "bench") return [];
    if (statSync(path).isDirectory()) return textsBelow(path);
    if (/\.ya?ml$/.test(name)) return [readFileSync(path, "utf8")];
    if (name.endsWith(".md"))
      return [...readFileSync(path, "utf8").matchAll(/^```yaml[^\n]*\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? "");
    return [];
  });
}
