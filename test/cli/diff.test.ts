import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const LIBRARY = `library: common
title: Common responses
version: 1.0.0
language: en
licence: {name: CC0, permission: free}
responses:
  often4: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always}}
`;
const STRAIN = `instrument: strain
title: Strain at work
version: 1.0.0
language: en
licence: {name: CC0, permission: free}
use: {common: common.library.yaml}
sections:
  week:
    response: common.often4
    items:
      tense: In the past week I felt tense.
      calm: {text: In the past week I was calm., reverse: true}
scores:
  strain: {items: [tense, calm], method: sum, range: [0, 6], higher: more strain}
`;

describe("cli: diff", () => {
  const folder = temporaryFolder({ "strain.instrument.yaml": STRAIN, "common.library.yaml": LIBRARY, "other.instrument.yaml": STRAIN });
  after(() => folder.remove());
  const git = (...words: string[]): void => {
    const { status, stderr } = spawnSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...words], { cwd: folder.path });
    assert.equal(status, 0, stderr.toString());
  };
  const write = (name: string, text: string): void => writeFileSync(join(folder.path, name), text);
  const scalewright = async (...words: string[]) => {
    const world = fakeWorld(folder.path);
    const code = await run(words, world);
    return { code, ...world.shown() };
  };

  before(() => {
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-q", "-m", "First");
    git("checkout", "-q", "-b", "branch");
    write("strain.instrument.yaml", STRAIN.replace(", reverse: true", ""));
  });

  it("compares two files, and exits with 1 where the version says nothing", async () => {
    const { code, out, err } = await scalewright("diff", "other.instrument.yaml", "strain.instrument.yaml");
    assert.equal(code, 1);
    assert.match(out, /strain: NOT comparable\n {6}in "strain", "Never" of "calm" counted 3 and now counts 0/);
    assert.match(err, /^strain\.instrument\.yaml:3:10: error undeclared-breaking-change: /);
    const same = await scalewright("diff", "other.instrument.yaml", "other.instrument.yaml");
    assert.deepEqual(same, { code: 0, out: "other.instrument.yaml: nothing changed\n", err: "" });
  });
  it("reads files at a revision", async () => {
    assert.equal((await scalewright("diff", "main:strain.instrument.yaml", "other.instrument.yaml")).code, 0);
    assert.equal((await scalewright("diff", "main:./strain.instrument.yaml", "strain.instrument.yaml")).code, 1);
    const unknown = await scalewright("diff", "nowhere:strain.instrument.yaml", "strain.instrument.yaml");
    assert.deepEqual([unknown.code, unknown.out], [2, ""]);
    assert.match(unknown.err, /git does not know "nowhere"/);
    const absent = await scalewright("diff", "main:absent.instrument.yaml", "strain.instrument.yaml");
    assert.deepEqual([absent.code, absent.err], [2, 'scalewright: there is no text "absent.instrument.yaml" in "main"\n']);
    assert.equal((await scalewright("diff", "--rev", "--output=x")).code, 2);
    assert.equal((await scalewright("diff", "strain.instrument.yaml")).code, 2);
  });
  it("finds what a branch changed, also in documents that were moved and through libraries", async () => {
    renameSync(join(folder.path, "other.instrument.yaml"), join(folder.path, "moved.instrument.yaml"));
    git("add", "-A");
    write("common.library.yaml", LIBRARY.replace("0: Never, 1: Sometimes", "1: Never, 0: Sometimes"));
    const { code, out } = await scalewright("diff", "--rev", "main", "--format", "json");
    assert.equal(code, 1);
    const { version, files } = JSON.parse(out);
    assert.equal(version, 1);
    assert.deepEqual(
      files.map((file: { old: string; new: string; needs: string }) => [file.old, file.new, file.needs]),
      [
        ["main:common.library.yaml", "common.library.yaml", "major"],
        ["main:other.instrument.yaml", "moved.instrument.yaml", "major"],
        ["main:strain.instrument.yaml", "strain.instrument.yaml", "major"],
      ],
    );
    assert.equal(files[1].scores.strain.comparable, "no");
    // A place in a library is none in the document.
    assert.equal(files[1].changes[0].new, null);
    assert.deepEqual(files[0].changes[0].new.start, { line: 6, character: 21 });
    write("common.library.yaml", LIBRARY);
  });
  it("finds undeclared changes in a check of what changed, weighed by settings and comments", async () => {
    const codes = async () => {
      const { code, out } = await scalewright(
        "check",
        "--changed-since",
        "main",
        "--format",
        "concise",
        "--select",
        "undeclared-breaking-change",
      );
      return [code, out.trim()] as const;
    };
    assert.match((await codes())[1], /^strain\.instrument\.yaml:3:10: error undeclared-breaking-change: "calm" is no longer reverse-keyed/);
    const changed = STRAIN.replace(", reverse: true", "");
    write("strain.instrument.yaml", changed.replace("version: 1.0.0", "version: 2.0.0"));
    assert.deepEqual(await codes(), [0, ""]);
    write(
      "strain.instrument.yaml",
      changed.replace("1.0.0", "1.0.0 # scalewright-ignore undeclared-breaking-change: no data were collected"),
    );
    assert.deepEqual(await codes(), [0, ""]);
    const sarif = await scalewright(
      "check",
      "--changed-since",
      "main",
      "--format",
      "sarif",
      "--select",
      "undeclared-breaking-change,unused-ignore",
    );
    const { results } = JSON.parse(sarif.out).runs[0];
    assert.deepEqual(
      results.map((result: { ruleId: string; suppressions: unknown }) => [result.ruleId, result.suppressions]),
      [["undeclared-breaking-change", [{ kind: "inSource", justification: "no data were collected" }]]],
    );
    write("strain.instrument.yaml", changed);
    write("scalewright.config.yaml", "severities: {versions: warning}\n");
    assert.match((await codes())[1], /warning undeclared-breaking-change/);
    mkdirSync(join(folder.path, "empty"));
    assert.equal((await scalewright("diff", "--rev", "main", "empty")).out, "nothing changed\n");
  });
  it("writes a comment for a pull request in which nothing is formatted by accident", async () => {
    write("strain.instrument.yaml", STRAIN.replace("felt tense.", "felt <b>*tense*</b> | @all."));
    const { out } = await scalewright("diff", "--rev", "main", "--format", "markdown", "strain.instrument.yaml");
    assert.match(out, /felt &lt;b&gt;\\\*tense\\\*&lt;\/b&gt; &#124; &#64;all\./);
    assert.match(out, /\| `strain` \| comparable with care \|/);
  });
  it("names new and deleted documents, in the comment too", async () => {
    write("strain.instrument.yaml", STRAIN);
    rmSync(join(folder.path, "moved.instrument.yaml"));
    write("new.instrument.yaml", STRAIN.replace("instrument: strain", "instrument: new"));
    const text = await scalewright("diff", "--rev", "main");
    assert.equal(text.out, "no document changed that is there in both versions\n");
    assert.equal(text.err, "new.instrument.yaml is new\nother.instrument.yaml was deleted\n");
    const comment = await scalewright("diff", "--rev", "main", "--format", "markdown");
    assert.deepEqual([comment.out, comment.err], ["- new.instrument.yaml is new\n- other.instrument.yaml was deleted\n", ""]);
    assert.equal((await scalewright("diff", "--rev", "main", "empty")).out, "nothing changed\n");
  });
  it("says that only the version differs where it does", async () => {
    write("next.instrument.yaml", STRAIN.replace("1.0.0", "1.1.0"));
    const { code, out } = await scalewright("diff", "strain.instrument.yaml", "next.instrument.yaml");
    assert.match(out, /- nothing but the version changed: it was 1\.0\.0 and is now 1\.1\.0\n/);
    assert.equal(code, 0);
  });
  it("says what it could not read and where, and takes nothing for gone that it could not read", async () => {
    write("torn.instrument.yaml", STRAIN.replace("    items:\n      tense", "    items: {\n      tense"));
    const torn = await scalewright("diff", "strain.instrument.yaml", "torn.instrument.yaml");
    assert.equal(torn.code, 1);
    assert.match(torn.err, /^torn\.instrument\.yaml:\d+:\d+: error yaml-syntax: /);
    assert.match(torn.out, /\na version has errors: what could not be read was not compared\n$/);
    assert.doesNotMatch(torn.out, /(?:item|score) "[^"]*" was removed/);
    const json = JSON.parse((await scalewright("diff", "strain.instrument.yaml", "torn.instrument.yaml", "--format", "json")).out);
    assert.deepEqual([json.files[0].incomplete, json.files[0].problems[0].code], [true, "yaml-syntax"]);
    const mended = await scalewright("diff", "torn.instrument.yaml", "strain.instrument.yaml");
    assert.equal(mended.code, 0);
    assert.match(mended.err, /^torn\.instrument\.yaml:\d+:\d+: error yaml-syntax: /);
    rmSync(join(folder.path, "torn.instrument.yaml"));
  });
  it("says why a version cannot be read", async () => {
    mkdirSync(join(folder.path, "absent"));
    const wrong = async (...words: string[]) => {
      const { code, out, err } = await scalewright("diff", ...words);
      assert.deepEqual([code, out], [2, ""]);
      return err.replace(/^scalewright: /, "").trimEnd();
    };
    assert.equal(await wrong("strain.instrument.yaml", "absent"), '"absent" stands for 0 documents; name one');
    assert.equal(await wrong("none.instrument.yaml", "strain.instrument.yaml"), '"none.instrument.yaml" does not exist');
    assert.equal(await wrong("main:absent", "strain.instrument.yaml"), 'there is no text "absent" in "main"');
    assert.equal(await wrong("-", "-"), 'only one of two versions can come through standard input ("-")');
    writeFileSync(join(folder.path, "latin.instrument.yaml"), Buffer.from(STRAIN.replace("Strain at", "Stress und Mühe bei"), "latin1"));
    assert.match(
      await wrong("strain.instrument.yaml", "latin.instrument.yaml"),
      /^latin\.instrument\.yaml: unreadable-encoding: line 2, column 20 /,
    );
    git("add", "latin.instrument.yaml");
    assert.match(await wrong("--rev", "main"), /^latin\.instrument\.yaml: unreadable-encoding: /);
    rmSync(join(folder.path, "latin.instrument.yaml"));
  });
  it("takes one version from standard input", async () => {
    const world = fakeWorld(folder.path, { stdin: STRAIN.replace("felt tense", "was tense") });
    assert.equal(await run(["diff", "strain.instrument.yaml", "-", "--stdin-filename", "now.instrument.yaml"], world), 1);
    assert.match(world.shown().out, /^now\.instrument\.yaml: 1 change/);
    assert.match(world.shown().err, /^now\.instrument\.yaml:3:10: error version-not-bumped/);
  });
});
