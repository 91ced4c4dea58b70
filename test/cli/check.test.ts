import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../server/cli/run.ts";
import { templates } from "../../server/features/templates.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const GOOD = templates[0]?.text("strain") ?? "";
/** One error with a safe fix, one error without, and a warning because of the second. */
const BAD = GOOD.replace("title: My", "titel: My").replace("response: agree5", "response: nowhere");
const WARNED = GOOD.replace("  consent:\n    options", "  agree2: {options: {0: Disagree, 1: Agree}}\n  consent:\n    options");
/** The findings that these documents are about, however many others the tool comes to know. */
const CODES = ["--select", "undefined-name,unknown-key,unused-response"];

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe("cli: check", () => {
  const folder = temporaryFolder({
    "good.instrument.yaml": GOOD,
    "bad.instrument.yaml": BAD,
    "sub/warned.instrument.yaml": WARNED,
    "empty/readme.md": "",
    "wide.instrument.yaml": Buffer.from(GOOD, "utf16le"),
    "notes.txt": GOOD,
  });
  after(() => folder.remove());
  const scalewright = async (words: readonly string[], given: Parameters<typeof fakeWorld>[1] = {}): Promise<Ran> => {
    const world = fakeWorld(folder.path, given);
    const code = await run(words, world);
    return { code, ...world.shown() };
  };
  const codesIn = (json: string): readonly (readonly [string, readonly string[]])[] => {
    const report: { readonly files: readonly { readonly file: string; readonly problems: readonly { readonly code: string }[] }[] } =
      JSON.parse(json);
    return report.files.map(({ file, problems }) => [file, problems.map(({ code }) => code)]);
  };

  it("is silent about a good file and exits with 0", async () => {
    assert.deepEqual(await scalewright(["check", "good.instrument.yaml"]), { code: 0, out: "1 file checked, nothing found\n", err: "" });
    assert.deepEqual(await scalewright(["check", "-q", "good.instrument.yaml"]), { code: 0, out: "", err: "" });
  });
  it("reports errors with 1, warnings with 0", async () => {
    const bad = await scalewright(["check", "bad.instrument.yaml", "--format", "json", ...CODES]);
    assert.equal(bad.code, 1);
    assert.deepEqual(codesIn(bad.out)[0]?.[1].toSorted(), ["undefined-name", "unknown-key", "unused-response"]);
    assert.equal((await scalewright(["check", "sub"])).code, 0);
  });
  it("fails from the severity that was asked for", async () => {
    assert.equal((await scalewright(["check", "sub", "--fail-on", "warning"])).code, 1);
    assert.equal((await scalewright(["check", "sub", "--max-warnings", "0"])).code, 1);
    assert.equal((await scalewright(["check", "sub", "--max-warnings=1"])).code, 0);
    assert.equal((await scalewright(["check", "bad.instrument.yaml", "--fail-on", "never"])).code, 0);
  });
  it("lists every file read, sorted, and exits with 2 where one could not be read", async () => {
    const all = await scalewright(["check", ".", "--format", "json"]);
    assert.equal(all.code, 2);
    assert.deepEqual(
      codesIn(all.out).map(([file]) => file),
      ["bad.instrument.yaml", "good.instrument.yaml", "sub/warned.instrument.yaml", "wide.instrument.yaml"],
    );
    assert.deepEqual(codesIn(all.out).at(-1)?.[1], ["unreadable-encoding"]);
    assert.equal(all.out, (await scalewright(["check", "--format", "json"])).out);
  });
  it("checks what there is and says what is not there", async () => {
    const ran = await scalewright(["check", "good.instrument.yaml", "gone.yaml", "--format=concise"]);
    assert.deepEqual(ran, { code: 2, out: "", err: 'scalewright: "gone.yaml" does not exist\n' });
  });
  it("says so where there is nothing to check", async () => {
    assert.equal((await scalewright(["check", "empty"])).code, 2);
    assert.match((await scalewright(["check", "empty"])).err, /there is no document in "empty"/);
    assert.equal((await scalewright(["check", "empty", "--allow-no-files"])).code, 0);
    assert.equal((await scalewright(["check", "nothing/*.yaml"])).code, 2);
  });
  it("reads standard input", async () => {
    const ran = await scalewright(["check", "-", "--format", "json"], { stdin: BAD });
    assert.deepEqual([ran.code, codesIn(ran.out)[0]?.[0]], [1, "<stdin>"]);
    const named = await scalewright(["check", "-", "--stdin-filename", "x.instrument.yaml", "--format=json"], { stdin: GOOD });
    assert.deepEqual(codesIn(named.out), [["x.instrument.yaml", []]]);
  });
  it("selects and ignores findings, and knows a slip in a code", async () => {
    const select = await scalewright(["check", "bad.instrument.yaml", "--format=json", "--select=undefined-name"]);
    assert.deepEqual(codesIn(select.out), [["bad.instrument.yaml", ["undefined-name"]]]);
    const ignore = await scalewright(["check", "bad.instrument.yaml", "--format=json", "--ignore", "undefined-name,unused-response"]);
    const ignored = codesIn(ignore.out)[0]?.[1] ?? [];
    assert.ok(ignored.includes("unknown-key") && !ignored.includes("undefined-name") && !ignored.includes("unused-response"));
    assert.match((await scalewright(["check", "--select", "undefined-nam"])).err, /did you mean "undefined-name"\?/);
    const codes = async (...words: string[]): Promise<readonly string[]> =>
      [...(await scalewright(["check", "bad.instrument.yaml", "--format", "jsonl", ...words])).out.matchAll(/"code":"([^"]+)"/g)].map(
        ([, code = ""]) => code,
      );
    const text = await codes("--select", "text");
    assert.ok(text.includes("unknown-key") && !text.includes("version-missing"));
    assert.ok(!(await codes("--ignore", "text")).some((code) => text.includes(code)));
    assert.deepEqual(await codes("--select", "unknown-key", "--ignore", "text"), ["unknown-key"]);
    assert.match((await scalewright(["check", "--ignore", "wordin"])).err, /did you mean "wording"\?/);
  });
  it("says what stands on the line of a mark of YAML, which is not read", async () => {
    const ran = await scalewright(["check", "-", "--format", "concise"], { stdin: "--- {instrument: a, title: A}\n" });
    assert.equal(ran.out, '<stdin>:1:5: error yaml-syntax: what stands behind "---" is not read: begin the document on the line below\n');
    const tagged = await scalewright(["check", "-", "--format", "concise"], { stdin: "--- !!map # all of it\ninstrument: a\ntitle: A\n" });
    assert.equal(tagged.out, "");
  });
  it("writes formats to files beside the text", async () => {
    const ran = await scalewright(["check", "bad.instrument.yaml", "--format", "json=r.json", "--format", "sarif=r.sarif"]);
    assert.equal(ran.code, 1);
    assert.match(ran.out, /^(?:error|warning)\[/);
    assert.equal(codesIn(readFileSync(join(folder.path, "r.json"), "utf8")).length, 1);
    assert.equal(JSON.parse(readFileSync(join(folder.path, "r.sarif"), "utf8")).version, "2.1.0");
    assert.equal((await scalewright(["check", "bad.instrument.yaml", "--format=json", "--format=sarif"])).code, 2);
    assert.equal((await scalewright(["check", "bad.instrument.yaml", "--format=json=nowhere/x.json"])).code, 2);
    const out = await scalewright(["check", "bad.instrument.yaml", "--format=json", "-o", "o.json"]);
    assert.equal(out.out, "");
    assert.equal(codesIn(readFileSync(join(folder.path, "o.json"), "utf8")).length, 1);
  });
  it("writes to standard output where - is named, and no file of that name", async () => {
    const plain = await scalewright(["check", "bad.instrument.yaml", "--format=junit"]);
    assert.deepEqual(await scalewright(["check", "bad.instrument.yaml", "--format=junit=-"]), plain);
    assert.deepEqual(await scalewright(["check", "bad.instrument.yaml", "--format=junit", "-o", "-"]), plain);
    const twice = await scalewright(["check", "bad.instrument.yaml", "--format=junit=-", "--format=json=-"]);
    assert.match(twice.err, /only one format can go to standard output/);
    const baseline = await scalewright(["check", "bad.instrument.yaml", "--write-baseline", "-"]);
    assert.equal(baseline.code, 2);
    assert.match(baseline.err, /standard output is for the result: name a file instead of "-"/);
    assert.ok(!existsSync(join(folder.path, "-")));
  });
  it("annotates in GitHub Actions beside the text", async () => {
    const ran = await scalewright(["check", "bad.instrument.yaml"], { env: { GITHUB_ACTIONS: "true" } });
    assert.match(ran.out, /^error\[/m);
    assert.match(ran.out, /^::error file=bad\.instrument\.yaml,line=\d+/m);
  });
  it("shows the difference that a fix would make, then makes it and keeps a byte order mark", async () => {
    writeFileSync(join(folder.path, "mend.instrument.yaml"), `\ufeff${GOOD.replace("title: My", "titel: My")}`);
    const diff = await scalewright(["check", "mend.instrument.yaml", "--diff"]);
    assert.equal(diff.code, 1);
    assert.match(diff.out, /^-titel: My.*\n\+title: My/m);
    const fixed = await scalewright(["check", "mend.instrument.yaml", "--fix"]);
    assert.deepEqual(fixed, { code: 0, out: "1 file checked, nothing found\n", err: "mended 1 finding in 1 file\n" });
    assert.equal(readFileSync(join(folder.path, "mend.instrument.yaml"), "utf8"), `\ufeff${GOOD}`);
    assert.deepEqual(await scalewright(["check", "mend.instrument.yaml", "--diff"]), { code: 0, out: "", err: "" });
    rmSync(join(folder.path, "mend.instrument.yaml"));
  });
  it("writes a baseline, leaves out what is in it and names what is stale", async () => {
    assert.equal((await scalewright(["check", "bad.instrument.yaml", "--write-baseline", "known.json"])).code, 0);
    assert.deepEqual(await scalewright(["check", "bad.instrument.yaml", "--baseline=known.json", "--format=concise"]), {
      code: 0,
      out: "",
      err: "",
    });
    writeFileSync(join(folder.path, "bad.instrument.yaml"), `# moved down\n\n${BAD.replace("titel", "title")}`);
    const later = await scalewright(["check", "bad.instrument.yaml", "--baseline=known.json", "--format=concise"]);
    assert.deepEqual([later.code, later.out], [0, ""]);
    assert.match(later.err, /^known\.json: no longer found, delete it: bad\.instrument\.yaml: unknown-key: /);
    const known = await scalewright(["check", "bad.instrument.yaml", "--baseline=known.json"]);
    assert.match(known.out, /^1 file checked, nothing found beside the \d+ findings? of the baseline\n$/);
    writeFileSync(join(folder.path, "bad.instrument.yaml"), BAD);
    writeFileSync(join(folder.path, "gone.instrument.yaml"), BAD);
    await scalewright(["check", "gone.instrument.yaml", "--write-baseline", "known.json"]);
    rmSync(join(folder.path, "gone.instrument.yaml"));
    const gone = await scalewright(["check", "good.instrument.yaml", "--baseline=known.json"]);
    assert.match(gone.err, /^known\.json: no longer found, delete it: gone\.instrument\.yaml: unknown-key: /);
    assert.match((await scalewright(["check", "bad.instrument.yaml", "--baseline=notes.txt"])).err, /is not a baseline/);
  });
  it("counts findings with --statistics", async () => {
    const ran = await scalewright(["check", "bad.instrument.yaml", "sub", "--statistics", ...CODES]);
    assert.match(ran.out, /^2 {2}warning {2}unused-response\n1 {2}error {4}undefined-name\n1 {2}error {4}unknown-key\n$/);
  });
  it("prints the files that it would check", async () => {
    assert.deepEqual(await scalewright(["check", "sub", "good.instrument.yaml", "--show-files"]), {
      code: 0,
      out: "good.instrument.yaml\nsub/warned.instrument.yaml\n",
      err: "",
    });
  });
  it("checks only what git says has changed", async () => {
    const root = join(folder.path, "repository");
    mkdirSync(root);
    const git = (...words: string[]): void => {
      const { status, stderr } = spawnSync("git", ["-c", "user.name=Anna", "-c", "user.email=anna@example.org", ...words], { cwd: root });
      assert.equal(status, 0, String(stderr));
    };
    git("init", "-q", "-b", "main");
    for (const name of ["a", "b", "c"]) writeFileSync(join(root, `${name}.instrument.yaml`), GOOD);
    git("add", ".");
    git("commit", "-q", "-m", "first");
    git("checkout", "-q", "-b", "work");
    writeFileSync(join(root, "b.instrument.yaml"), `${GOOD}# changed\n`);
    writeFileSync(join(root, "d.instrument.yaml"), GOOD);
    const inside = fakeWorld(root);
    assert.equal(await run(["check", "--changed-since", "main", "--show-files"], inside), 0);
    assert.equal(inside.shown().out, "b.instrument.yaml\nd.instrument.yaml\n");
    const unknown = fakeWorld(root);
    assert.equal(await run(["check", "--changed-since", "nowhere"], unknown), 2);
    assert.equal(unknown.shown().err, 'scalewright: git does not know "nowhere"\n');
  });
});

describe("cli: imports", () => {
  const library = `library: shared\nresponses:\n  agree5: {options: {1: No, 2: Rather not, 3: Neither, 4: Rather, 5: Yes}}\n`;
  const user = (path: string): string =>
    GOOD.replace("responses:", `use: {shared: ${path}}\nresponses:`).replace("response: agree5", "response: shared.agree5");
  const folder = temporaryFolder({
    "study/.git/HEAD": "",
    "study/lib/shared.library.yaml": library,
    "study/surveys/inside.instrument.yaml": user("../lib/shared.library.yaml"),
    "study/surveys/gone.instrument.yaml": user("../lib/gone.library.yaml"),
    "study/surveys/outside.instrument.yaml": user("../../elsewhere/shared.library.yaml"),
    "elsewhere/shared.library.yaml": library,
  });
  after(() => folder.remove());
  const findings = async (cwd: string, file: string): Promise<readonly string[]> => {
    const world = fakeWorld(join(folder.path, cwd));
    await run(["check", file, "--format", "jsonl", "--select", "import-not-found,import-outside-workspace,undefined-name"], world);
    return world
      .shown()
      .out.trim()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line).code);
  };

  it("reads libraries of the same repository, wherever the program is started", async () => {
    assert.deepEqual(await findings("study", "surveys/inside.instrument.yaml"), []);
    assert.deepEqual(await findings("study/surveys", "inside.instrument.yaml"), []);
    assert.deepEqual(await findings("elsewhere", "../study/surveys/inside.instrument.yaml"), []);
  });
  it("reports a library that is not there or lies outside the repository", async () => {
    assert.deepEqual([...new Set(await findings("study", "surveys/gone.instrument.yaml"))].slice(0, 1), ["import-not-found"]);
    assert.deepEqual([...new Set(await findings(".", "study/surveys/outside.instrument.yaml"))].slice(0, 1), ["import-outside-workspace"]);
  });
});

describe("cli: settings", () => {
  const folder = temporaryFolder({
    "study/.git/HEAD": "",
    "study/base.yaml": "severities: {unused-response: error}\n",
    "study/scalewright.config.yaml":
      "extends: base.yaml\nseverities: {unknown-key: warning}\noverrides: [{files: drafts/**, severities: {unused-response: off}}]\n",
    "study/a.instrument.yaml": WARNED,
    "study/drafts/b.instrument.yaml": WARNED,
  });
  after(() => folder.remove());
  const check = async (...words: string[]): Promise<Ran> => {
    const world = fakeWorld(join(folder.path, "study/drafts"));
    const code = await run(["check", "..", "--select", "unused-response,unknown-key", ...words], world);
    return { code, ...world.shown() };
  };

  it("takes the severities of the nearest settings and what they extend", async () => {
    const ran = await check("--format", "concise");
    assert.equal(ran.code, 1);
    assert.match(ran.out, /^\.\.\/a\.instrument\.yaml:\d+:\d+: error unused-response: [^\n]*\n$/);
  });
  it("reports what is wrong in settings with the documents that they hold for, and mends it", async () => {
    const path = join(folder.path, "study/base.yaml");
    writeFileSync(path, "severities: {unused-respons: error}\n");
    const ran = await check("--format", "concise");
    assert.match(ran.out, /^\.\.\/base\.yaml:1:14: warning unknown-key: [^\n]*; did you mean "unused-response"\?$/m);
    assert.equal((await check("--fix")).err, "mended 1 finding in 1 file\n");
    assert.equal(readFileSync(path, "utf8"), "severities: {unused-response: error}\n");
  });
  it("lets settings of a folder extend those above it, and its documents import what lies above", async () => {
    writeFileSync(join(folder.path, "study/drafts/scalewright.config.yaml"), "extends: ../base.yaml\n");
    const ran = await check("--format", "concise");
    rmSync(join(folder.path, "study/drafts/scalewright.config.yaml"));
    assert.match(
      ran.out,
      /^b\.instrument\.yaml:\d+:\d+: error unused-response: |^\.\.\/drafts\/b\.instrument\.yaml:\d+:\d+: error unused-response: /m,
    );
    assert.doesNotMatch(ran.out, /import-outside-workspace/);
  });
  it("reads settings that end in .yml, and says of two in one folder which is not read", async () => {
    const second = join(folder.path, "study/drafts/scalewright.config.yml");
    writeFileSync(second, "severities: {unused-response: info}\n");
    assert.match((await check("--format", "concise")).out, /^\.\.\/drafts\/b\.instrument\.yaml:\d+:\d+: info unused-response: /m);
    writeFileSync(join(folder.path, "study/drafts/scalewright.config.yaml"), "severities: {unused-response: off}\n");
    const both = await check("--select", "multiple-documents", "--format", "concise");
    rmSync(second);
    rmSync(join(folder.path, "study/drafts/scalewright.config.yaml"));
    assert.match(both.out, /^\.\.\/drafts\/scalewright\.config\.yml:1:1: error multiple-documents: this file is not read, because /m);
    assert.doesNotMatch(both.out, /drafts\/b/);
  });
  it("shows the settings of each file", async () => {
    const shown: { readonly files: readonly { readonly file: string; readonly path: string; readonly severities: object }[] } = JSON.parse(
      (await check("--show-config")).out,
    );
    assert.deepEqual(
      shown.files.map(({ file, path, severities }) => [file, path, severities]),
      [
        ["../a.instrument.yaml", "a.instrument.yaml", { "unused-response": "error", "unknown-key": "warning" }],
        ["../drafts/b.instrument.yaml", "drafts/b.instrument.yaml", { "unused-response": "error", "unknown-key": "warning" }],
      ],
    );
  });
});

describe("cli: commands", () => {
  const scalewright = async (...words: string[]): Promise<Ran> => {
    const world = fakeWorld(".");
    const code = await run(words, world);
    return { code, ...world.shown() };
  };

  it("says its version", async () => assert.match((await scalewright("--version")).out, /^\d+\.\d+\.\d+\n$/));
  it("shows the overview and the help of a command", async () => {
    for (const words of [["--help"], ["help"], ["-h"]]) assert.match((await scalewright(...words)).out, /^ {2}check +check documents/m);
    for (const words of [
      ["check", "--help"],
      ["help", "check"],
      ["check", "-h"],
    ]) {
      assert.match((await scalewright(...words)).out, /^Usage: scalewright check /);
    }
    assert.deepEqual((await scalewright()).code, 2);
  });
  it("knows what was meant", async () => {
    assert.deepEqual(await scalewright("chekc"), {
      code: 2,
      out: "",
      err: 'scalewright: there is no command "chekc"; did you mean "check"?\nSee: scalewright --help\n',
    });
    assert.match((await scalewright("check", "--formt=json")).err, /there is no option --formt; did you mean --format\?/);
    assert.match((await scalewright("explain", "unused-respons")).err, /did you mean "unused-response"\?/);
  });
  it("knows studies of another name that ask for consent, and sees when one comes or changes", () => {
    const survey =
      "instrument: survey\nsections:\n  you: {kind: demographics, items: {born: {text: When were you born?, response: {type: date}}}}\n";
    const study =
      "study: joined\ndocuments: {survey: parts/survey.instrument.yaml}\nconsents: {take_part: {kind: required, withdraw: any_time}}\n";
    const within = temporaryFolder({ "parts/survey.instrument.yaml": survey, ".git/HEAD": "" });
    const isFound = async () => {
      const world = fakeWorld(within.path);
      await run(["check", "parts", "--select", "no-consent-before-data"], world);
      return world.shown().out.includes("no-consent-before-data");
    };
    return (async () => {
      assert.equal(await isFound(), true);
      writeFileSync(join(within.path, "whole.study.yaml"), study);
      assert.equal(await isFound(), false);
      writeFileSync(join(within.path, "whole.study.yaml"), study.replace("survey.i", "other.i"));
      assert.equal(await isFound(), true);
    })().finally(() => within.remove());
  });
  it("explains a finding and lists all", async () => {
    assert.match((await scalewright("explain", "unused-response")).out, /^# unused-response\n/);
    assert.match((await scalewright("rules")).out, /^unused-response +warning +text +\S/m);
    assert.equal(JSON.parse((await scalewright("rules", "--format", "json")).out).version, 1);
  });
  it("reports a fault of ours with where to report it, and exits with 3", async () => {
    const world = fakeWorld(".");
    const broken = { ...world, out: { isTerminal: false, isClosed: false, write: () => assert.fail("the cable fell out") } };
    assert.equal(await run(["--version"], broken), 3);
    assert.match(world.shown().err, /this is a fault of the tool[\s\S]*Please report it[\s\S]*the cable fell out/);
  });
});
