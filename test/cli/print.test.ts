import { strict as assert } from "node:assert";
import { linesOf } from "../../server/cli/positions.ts";
import { printCheckstyle } from "../../server/cli/print/checkstyle.ts";
import { paletteFor } from "../../server/cli/print/colour.ts";
import { printConcise } from "../../server/cli/print/concise.ts";
import { excerpt } from "../../server/cli/print/excerpt.ts";
import { printGithub } from "../../server/cli/print/github.ts";
import { printGitlab } from "../../server/cli/print/gitlab.ts";
import { printJson } from "../../server/cli/print/json.ts";
import { printJsonl } from "../../server/cli/print/jsonl.ts";
import { printJunit } from "../../server/cli/print/junit.ts";
import { makeReport } from "../../server/cli/print/report.ts";
import { printSarif } from "../../server/cli/print/sarif.ts";
import { printText } from "../../server/cli/print/text.ts";
import { fakeWorld } from "./fake-world.ts";
import { assertGolden } from "./golden.ts";
import { sampleReport } from "./sample-report.ts";

const RULES = [{ code: "band-gap", severity: "error", summary: "a value that can occur lies in no band" }] as const;

describe("cli: output formats", () => {
  const report = sampleReport();
  const plain = paletteFor(fakeWorld("/").out, {});
  const coloured = paletteFor(fakeWorld("/", { terminal: true }).out, {});

  it("text", () => assertGolden("print/text.txt", printText(report, { palette: plain, quiet: false })));
  it("text in colour", () => assertGolden("print/text-colour.txt", printText(report, { palette: coloured, quiet: true })));
  it("concise", () => assertGolden("print/concise.txt", printConcise(report)));
  it("json", () => assertGolden("print/report.json", printJson(report)));
  it("jsonl", () => assertGolden("print/report.jsonl", printJsonl(report)));
  it("sarif", () => assertGolden("print/report.sarif", printSarif(report, RULES, "/home/anna/study")));
  it("junit", () =>
    assertGolden(
      "print/junit.xml",
      printJunit(report, (severity) => severity !== "info"),
    ));
  it("github", () => assertGolden("print/github.txt", printGithub(report)));
  it("gitlab", () => assertGolden("print/gitlab.json", printGitlab(report)));
  it("checkstyle", () => assertGolden("print/checkstyle.xml", printCheckstyle(report)));

  it("prints nothing but the frame for no files", () => {
    const empty = makeReport([]);
    assert.deepEqual(JSON.parse(printJson(empty)), { version: 1, files: [], summary: { files: 0, errors: 0, warnings: 0, infos: 0 } });
    assert.equal(printJsonl(empty) + printConcise(empty) + printGithub(empty), "");
    assert.equal(printText(empty, { palette: plain, quiet: true }), "");
  });

  it("colours only a terminal without NO_COLOR", () => {
    const terminal = fakeWorld("/", { terminal: true }).out;
    assert.notEqual(paletteFor(terminal, {}).error("x"), "x");
    assert.notEqual(paletteFor(terminal, { NO_COLOR: "" }).error("x"), "x");
    assert.equal(paletteFor(terminal, { NO_COLOR: "1" }).error("x"), "x");
    assert.equal(paletteFor(terminal, { TERM: "dumb" }).error("x"), "x");
    assert.equal(paletteFor(fakeWorld("/").out, {}).error("x"), "x");
  });

  it("gives equal findings on one file different fingerprints, and keeps them when lines move", () => {
    const fingerprints = (text: string): readonly string[] => {
      const at = text.indexOf("str1");
      const problem = { code: "x", severity: "error", message: "m", range: { start: at, end: at + 4 }, related: [], fixes: [] } as const;
      const issues: readonly { readonly fingerprint: string }[] = JSON.parse(
        printGitlab(makeReport([{ file: "a", text, problems: [problem, problem] }])),
      );
      return issues.map((issue) => issue.fingerprint);
    };
    const [first, second] = fingerprints("items:\n  str1: Tired\n");
    assert.notEqual(first, second);
    assert.deepEqual(fingerprints("# new\nitems:\n    str1: Tired\n"), [first, second]);
  });
});

describe("cli: excerpts", () => {
  const marked = (text: string, part: string): string => {
    const start = text.indexOf(part);
    const lines = linesOf(text);
    const shown = excerpt(lines, { start: lines.position(start), end: lines.position(start + part.length) });
    return `${shown.text}\n${" ".repeat(shown.marks.indent)}${"^".repeat(shown.marks.length)}`;
  };

  it("opens up tabs", () => assert.equal(marked("\ta:\tb", "b"), "    a:  b\n        ^"));
  it("counts wide characters as two cells", () => assert.equal(marked("疲れ: x", "れ"), "疲れ: x\n  ^^"));
  it("counts an emoji of several code points as two cells", () => assert.equal(marked("👩‍⚕️: x", "x"), "👩‍⚕️: x\n    ^"));
  it("counts a combining accent as none", () => assert.equal(marked("e\u0301: x", "x"), "e\u0301: x\n   ^"));
  it("shows control characters instead of obeying them", () => assert.equal(marked("a\u001b[2Jb", "b"), "a␛[2Jb\n     ^"));
  it("marks up to the end of the line where the range goes on", () => assert.equal(marked("abc\ndef", "bc\nd"), "abc\n ^^"));
  it("splits at LF, CRLF and CR", () => {
    const lines = linesOf("a\r\nb\rc\nd");
    assert.deepEqual([lines.count, ...[0, 1, 2, 3].map((index) => lines.line(index))], [4, "a", "b", "c", "d"]);
    assert.deepEqual(lines.position(5), { line: 2, character: 0 });
  });
  it("shows the stretch around a finding in a very long line", () => {
    const shown = marked(`${"a".repeat(5000)}X${"b".repeat(5000)}`, "X").split("\n");
    assert.ok((shown[0] ?? "").length <= 142);
    assert.equal((shown[0] ?? "").charAt((shown[1] ?? "").indexOf("^")), "X");
  });
});
