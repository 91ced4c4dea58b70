import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { applied, formattingEdits } from "../../server/features/formatting.ts";
import { isBranch } from "../../server/model/branches.ts";
import { segmentText } from "../../server/syntax/segmentedText.ts";
import { anyInstrument } from "../scoring/anyInstrument.ts";

const FOLDERS = ["samples", "test/mistakes", "test/format"];
const texts = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), "utf8") })),
);

const formatted = (text: string): string => {
  const found = formattingEdits(segmentText(text, isBranch));
  return "refused" in found ? found.refused : applied(text, found.edits);
};
const withoutBlanks = (text: string): string => text.replace(/\s+/g, "");

describe("formatting", () => {
  it("leaves the samples as they are", () => {
    for (const { name, text } of texts.filter((one) => one.name.startsWith("samples"))) assert.equal(formatted(text), text, name);
  });
  it("lays out what was written in haste, and keeps every comment", () => {
    const text = [
      "# What it is.",
      "",
      "",
      "instrument: strain  ",
      "responses:",
      "    often4:   # how often",
      "        options : { 0:  Never,1: Sometimes , 2: Often }",
      "    # the other one",
      "    yes_no: {options: {1: Yes,",
      "                       0: No}}",
      "",
      "   ",
      "sections:",
      " week:",
      "  text: >-",
      "     How was",
      "",
      "",
      "       the past week?   ",
      "  items:",
      "       tense: I felt tense.   # and so on",
      "       calm:",
      "           text: I was",
      "             calm.",
      "scores:",
      "  a:",
      "    cases:",
      "    -   when: tense == 1",
      "        is: 007",
      "    - otherwise: none",
      "    # the end",
    ].join("\n");
    assert.equal(
      formatted(text),
      [
        "# What it is.",
        "",
        "instrument: strain",
        "responses:",
        "  often4:   # how often",
        "    options: {0: Never, 1: Sometimes, 2: Often}",
        "  # the other one",
        "  yes_no: {options: {1: Yes,",
        "                     0: No}}",
        "",
        "sections:",
        "  week:",
        "    text: >-",
        "      How was",
        "",
        "",
        "        the past week?   ",
        "    items:",
        "      tense: I felt tense.   # and so on",
        "      calm:",
        "        text: I was",
        "          calm.",
        "scores:",
        "  a:",
        "    cases:",
        "      - when: tense == 1",
        "        is: 007",
        "      - otherwise: none",
        "      # the end",
        "",
      ].join("\n"),
    );
  });
  it("keeps the line breaks of a file, a byte order mark, and blank lines that are text", () => {
    assert.equal(formatted("\ufeffinstrument: a  \r\ntitle:   B\r\n"), "\ufeffinstrument: a\r\ntitle:   B\r\n");
    assert.equal(formatted("instrument: a\r\ntitle: B"), "instrument: a\r\ntitle: B\r\n");
    const kept = "instrument: a\ndescription: |+\n  One\n\n\n\ntitle: B\n";
    assert.equal(formatted(kept), kept);
    const indented = "instrument: a\ndescription: |4\n      One\n    Two\ntitle: B\n";
    assert.equal(formatted(indented), indented);
  });
  it("leaves a text that cannot be read", () => {
    assert.equal(formatted("instrument: a\nitems: [1, 2\n"), "unreadable");
    assert.equal(formatted("instrument: a\n---\ninstrument:   b\n"), "unreadable");
    assert.equal(formatted(""), "");
  });
  it("touches only the lines that are asked for", () => {
    const text = "instrument: a  \ntitle: B  \nitems: [1,2]\n";
    const found = formattingEdits(segmentText(text, isBranch), { start: 17, end: 17 });
    assert.ok("edits" in found);
    assert.equal(applied(text, found.edits), "instrument: a  \ntitle: B\nitems: [1,2]\n");
  });
  it("does it once and for all, whatever was typed", function () {
    this.timeout(60_000);
    const pieces = [
      "  ",
      " ",
      "\n",
      "\n\n",
      "# c\n",
      " # c",
      ", ",
      ",",
      "{",
      "}",
      "[",
      "]",
      ": ",
      ":",
      "- ",
      "\t",
      "'",
      '"',
      "|\n",
      "    ",
      "\r\n",
      "&a ",
      "*a",
    ];
    const source = fc.oneof(fc.constantFrom(...texts.map(({ text }) => text.slice(0, 4000))), anyInstrument);
    const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(3), piece: fc.constantFrom(...pieces) }), { maxLength: 6 });
    let [laidOut, refused] = [0, 0];
    fc.assert(
      fc.property(source, edits, (text, changes) => {
        const typed = changes.reduce((made, { at, remove, piece }) => {
          const place = at % (made.length + 1);
          return made.slice(0, place) + piece + made.slice(place + remove);
        }, text);
        const once = formatted(typed);
        if (once === "unreadable" || once === "without keys") return;
        if (once === "meaning") {
          refused++;
          return;
        }
        laidOut++;
        assert.equal(withoutBlanks(once), withoutBlanks(typed));
        assert.equal(formatted(once), once);
      }),
      { numRuns: 500 },
    );
    assert.ok(laidOut > 50 && refused * 20 < laidOut, `${laidOut} laid out, ${refused} refused`);
  });
});
