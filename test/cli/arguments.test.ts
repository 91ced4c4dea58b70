import { strict as assert } from "node:assert";
import fc from "fast-check";
import { type Arguments, parseArguments } from "../../server/cli/arguments.ts";
import type { OptionSpec } from "../../server/cli/command.ts";
import { nearest } from "../../server/cli/nearest.ts";

const OPTIONS: readonly OptionSpec[] = [
  { name: "quiet", short: "q", summary: "" },
  { name: "fix", short: "f", summary: "" },
  { name: "out", short: "o", value: "FILE", summary: "" },
  { name: "format", value: "NAME", choices: ["text", "json"], repeat: true, summary: "" },
  { name: "row", value: "N", whole: true, summary: "" },
];

describe("cli: arguments", () => {
  const given = (...words: string[]): Arguments => {
    const parsed = parseArguments(words, OPTIONS);
    assert.ok("given" in parsed, JSON.stringify(parsed));
    return parsed.given;
  };
  const wrong = (...words: string[]): string => {
    const parsed = parseArguments(words, OPTIONS);
    assert.ok("wrong" in parsed);
    return parsed.wrong;
  };

  it("reads every way of writing an option", () => {
    for (const words of [["-o", "x"], ["-ox"], ["-o=x"], ["--out", "x"], ["--out=x"], ["-qo", "x"], ["-qfox"]]) {
      assert.equal(given(...words).text("out"), "x", words.join(" "));
    }
    assert.deepEqual(given("--format=json", "a", "--format", "text").texts("format"), ["json", "text"]);
    assert.equal(given("--row", "12").whole("row"), 12);
    assert.ok(given("-qf").flag("quiet") && given("-qf").flag("fix") && !given("-q").flag("fix"));
  });
  it("keeps operands in order, takes - as one and everything after -- as some", () => {
    assert.deepEqual(given("b", "-", "-q", "a", "--", "-o", "--x").operands, ["b", "-", "-o", "--x"].toSpliced(2, 0, "a"));
  });
  it("says what is wrong and what was meant", () => {
    assert.equal(wrong("--otu", "x"), "there is no option --otu; did you mean --out?");
    assert.equal(wrong("--zzzzzz"), "there is no option --zzzzzz");
    assert.equal(wrong("-x"), "there is no option -x");
    assert.equal(wrong("--out"), "--out needs a value: --out FILE");
    assert.equal(wrong("--quiet=yes"), "--quiet takes no value");
    assert.equal(wrong("--out=a", "--out=b"), "--out is given twice");
    assert.equal(wrong("--format=jsn"), '--format cannot be "jsn"; did you mean "json"?');
    assert.equal(wrong("--format=pdf"), '--format cannot be "pdf"; it is one of text, json');
    assert.equal(wrong("--row=1.5"), '--row needs a whole number, not "1.5"');
  });
  it("never throws, whatever is typed", () => {
    const word = fc.oneof(fc.constantFrom("--out", "-o", "--", "-", "-q", "--format", "json", "-qqo"), fc.string({ maxLength: 6 }));
    fc.assert(fc.property(fc.array(word), (words) => void parseArguments(words, OPTIONS)));
  });
  it("finds the nearest word, swaps included", () => {
    const commands = ["check", "score", "test", "ranges", "preview"];
    assert.deepEqual(
      ["chekc", "scroe", "tset", "range", "pre", "xyz", "CHECK"].map((word) => nearest(word, commands)),
      ["check", "score", "test", "ranges", "preview", undefined, "check"],
    );
  });
});
