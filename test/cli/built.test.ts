import { strict as assert } from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { cliBundle } from "../../server/cli/bundle.mjs";
import { templates } from "../../server/features/templates.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const GOOD = templates[0]?.text("strain") ?? "";
const published = join(import.meta.dirname, "../scoring/rand36");

describe("cli: the built program", function () {
  this.timeout(60_000);
  const folder = temporaryFolder({
    "good.instrument.yaml": GOOD,
    "bad.instrument.yaml": GOOD.replace("response: agree5", "response: nowhere"),
  });
  const program = join(folder.path, "program/cli.js");
  before(async () => {
    mkdirSync(join(folder.path, "program"));
    await build({ ...cliBundle(join(folder.path, "program")), sourcemap: false });
  });
  after(() => folder.remove());
  // What V8 keeps of a program that lives for a test only is kept beside it.
  const env = { ...process.env, XDG_CACHE_HOME: join(folder.path, "kept"), LOCALAPPDATA: join(folder.path, "kept") };
  const scalewright = (
    words: readonly string[],
    input = "",
  ): { readonly code: number | null; readonly out: string; readonly err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: folder.path, input, encoding: "utf8", env });
    return { code: status, out: stdout, err: stderr };
  };
  const shell = (line: string): { readonly code: number | null; readonly err: string } => {
    const { status, stderr } = spawnSync("bash", ["-c", `set -o pipefail; ${line}`], {
      cwd: folder.path,
      encoding: "utf8",
      env: { ...env, SCALEWRIGHT: `${process.execPath} ${program}` },
    });
    return { code: status, err: stderr };
  };

  it("writes Word files from a piece of its own, which a check never loads", () => {
    const { code, err } = scalewright(["document", "good.instrument.yaml", "--as", "codebook", "-o", "codebook.docx"]);
    assert.deepEqual([code, err], [0, ""]);
    assert.equal(readFileSync(join(folder.path, "codebook.docx")).subarray(0, 2).toString(), "PK");
    for (const name of ["main.cjs", "check.cjs"])
      assert.ok(!readFileSync(join(folder.path, "program/cli", name), "utf8").includes("wordprocessingml"), name);
  });
  it("checks with a program that holds nothing else, and neither begins a check with what streams need", () => {
    const held = (name: string) => readFileSync(join(folder.path, "program/cli", name), "utf8");
    assert.match(held("main.cjs"), /textDocument\/hover/);
    assert.doesNotMatch(held("check.cjs"), /textDocument\/hover/);
    assert.match(scalewright(["check", "--help"]).out, /^Usage: scalewright check /);
    const tell = join(folder.path, "tell.cjs");
    writeFileSync(
      tell,
      `process.on("exit", () => require("node:fs").writeSync(2, process.moduleLoadList.filter((each) => / (?:stream|net|tty|v8)$/.test(each)).join()));`,
    );
    const { stderr } = spawnSync(process.execPath, ["-r", tell, program, "check", "good.instrument.yaml"], {
      cwd: folder.path,
      encoding: "utf8",
      env,
    });
    assert.equal(stderr, "");
  });

  it("starts, checks and ends with the right code", () => {
    assert.match(scalewright(["--version"]).out, /^\d+\.\d+\.\d+\n$/);
    assert.deepEqual(scalewright(["check", "good.instrument.yaml"]), { code: 0, out: "1 file checked, nothing found\n", err: "" });
    assert.equal(scalewright(["check", "-"], readFileSync(join(folder.path, "bad.instrument.yaml"), "utf8")).code, 1);
    assert.equal(scalewright(["chekc"]).code, 2);
  });
  it("keeps the code of a command between runs, and runs without where that is broken or another's", () => {
    const kept = join(folder.path, "kept/scalewright");
    const check = () => assert.equal(scalewright(["check", "good.instrument.yaml"]).code, 0);
    check();
    const [name = ""] = readdirSync(kept).filter((each) => each.endsWith("-check"));
    const whole = readFileSync(join(kept, name));
    assert.ok(whole.length > 100_000);
    writeFileSync(join(kept, name), whole.subarray(0, 5000));
    check();
    assert.ok(readFileSync(join(kept, name)).length > 100_000, "what is broken is made anew");
    writeFileSync(join(kept, name), "no code at all");
    chmodSync(join(kept, name), 0o666);
    check();
    rmSync(kept, { recursive: true });
    writeFileSync(kept, "a file where the folder should be");
    check();
    rmSync(kept);
  });
  it("gives the same bytes from run to run", () => {
    const words = ["check", ".", "--format", "json"];
    assert.equal(scalewright(words).out, scalewright(words).out);
  });
  if (process.platform === "linux") {
    it("survives a reader that goes away, and says so where the disk is full", () => {
      assert.equal(shell("$SCALEWRIGHT rules --format json | head -c 1 > /dev/null").err, "");
      // A pipe without a reader from the start: the results in files are whole, and what was found is said by the exit code alone.
      const unread = (words: string) => shell(`{ sleep 0.3; $SCALEWRIGHT ${words}; echo $? > code; } | true; cat code >&2`).err;
      assert.equal(unread("check bad.instrument.yaml --format text --format sarif=unread.sarif"), "1\n");
      assert.ok(readFileSync(join(folder.path, "unread.sarif"), "utf8").endsWith("}\n"));
      assert.equal(unread("check good.instrument.yaml"), "0\n");
      assert.equal(unread("check good.instrument.yaml --watch"), "0\n");
      const full = shell("$SCALEWRIGHT rules > /dev/full");
      assert.deepEqual(full, { code: 2, err: "scalewright: cannot write to standard output: no space is left on the device\n" });
    });
  }
  it("scores a large file in threads to the same bytes, findings included", () => {
    const [header = "", ...rows] = readFileSync(join(published, "responses.csv"), "utf8").trimEnd().split("\n");
    const many = Array.from({ length: 60 }, () => rows).flat();
    // Some answers that are none, spread over the blocks.
    const data = many.map((row, index) => (index % 2500 === 7 ? row.replace(/,[1-6]/, ",17") : row));
    writeFileSync(join(folder.path, "many.csv"), `${[header, ...data].join("\n")}\n`);
    const instrument = join(published, "rand36.instrument.yaml");
    const runs = [1, 3].map((threads) => {
      const words = [
        "score",
        instrument,
        "many.csv",
        "-o",
        `${threads}.csv`,
        "--threads",
        String(threads),
        "--data-report",
        `${threads}.report.csv`,
      ];
      const { code, err } = scalewright(words);
      return [
        code,
        err,
        readFileSync(join(folder.path, `${threads}.csv`), "utf8"),
        readFileSync(join(folder.path, `${threads}.report.csv`), "utf8"),
      ];
    });
    assert.deepEqual(runs[1], runs[0]);
    assert.equal(runs[0]?.[0], 0);
    assert.equal(String(runs[0]?.[2]).split("\n").length, many.length + 2);
    assert.equal(String(runs[0]?.[3]).split("\n").length, 5 + 2);
  });
  it("remembers what it found, until a file or what it imports changes", () => {
    const library = "library: shared\nresponses:\n  agree5: {options: {1: No, 2: Rather not, 3: Neither, 4: Rather, 5: Yes}}\n";
    const user = GOOD.replace("responses:", "use: {shared: shared.library.yaml}\nresponses:").replace(
      "response: agree5",
      "response: shared.agree5",
    );
    mkdirSync(join(folder.path, "remembered"));
    writeFileSync(join(folder.path, "remembered/shared.library.yaml"), library);
    writeFileSync(join(folder.path, "remembered/user.instrument.yaml"), user);
    const check = () => scalewright(["check", "remembered/user.instrument.yaml", "--format", "json", "--cache"]);
    const first = check();
    assert.deepEqual(check(), first);
    assert.ok(readFileSync(join(folder.path, ".scalewright-cache/check.json"), "utf8").includes("user.instrument.yaml"));
    writeFileSync(join(folder.path, "remembered/shared.library.yaml"), library.replace("agree5", "agree4"));
    assert.match(check().out, /"code":"undefined-name"/);
    writeFileSync(join(folder.path, "remembered/shared.library.yaml"), library);
    assert.deepEqual(check(), first);
    writeFileSync(join(folder.path, "remembered/user.instrument.yaml"), `${user}titel: x\n`);
    assert.match(check().out, /"code":"unknown-key"/);
    writeFileSync(join(folder.path, ".scalewright-cache/check.json"), "{");
    assert.match(check().out, /"code":"unknown-key"/);
  });
  it("leaves no half file behind when it is interrupted", async () => {
    mkdirSync(join(folder.path, "interrupted"));
    const words = ["score", join(folder.path, "good.instrument.yaml"), "-", "-o", "scores.csv"];
    const child = spawn(process.execPath, [program, ...words], { cwd: join(folder.path, "interrupted") });
    const ended = new Promise<number | null>((done) => child.on("exit", done));
    // What is still to be written when the program ends has no reader any more.
    child.stdin.on("error", () => undefined);
    const half = () => readdirSync(join(folder.path, "interrupted")).length;
    for (let id = 0; half() === 0; id++) {
      child.stdin.write(`${id === 0 ? "id,clear_tasks,clear_goals,vague_duties\n" : ""}P${id},1,2,3\n`.repeat(id === 0 ? 1 : 50_000));
      await new Promise((go) => setTimeout(go, 20));
    }
    child.kill("SIGINT");
    assert.equal(await ended, 130);
    assert.equal(half(), 0);
  });
  it("checks again when a file changes, until it is interrupted", async () => {
    const child = spawn(
      process.execPath,
      [program, "check", "watched.instrument.yaml", "--watch", "--format", "concise", "--select", "undefined-name"],
      {
        cwd: folder.path,
      },
    );
    writeFileSync(join(folder.path, "watched.instrument.yaml"), GOOD);
    let shown = "";
    const seen = new Promise<void>((done) => {
      child.stdout.on("data", (chunk) => {
        shown += chunk;
        if (shown.includes("undefined-name")) done();
      });
    });
    child.stderr.once("data", () => {
      writeFileSync(join(folder.path, "watched.instrument.yaml"), GOOD.replace("response: agree5", "response: nowhere"));
    });
    await seen;
    child.kill();
    assert.match(shown, /watched\.instrument\.yaml:\d+:\d+: error undefined-name: /);
  });
  it("speaks the Language Server Protocol", async () => {
    const child = spawn(process.execPath, [program, "lsp", "--stdio"]);
    const message = JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const answer = new Promise<string>((done) => {
      let text = "";
      child.stdout.on("data", (chunk) => {
        text += chunk;
        if (text.includes('"id":1')) done(text);
      });
    });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
    const text = await answer;
    child.kill();
    assert.match(text, /"serverInfo":\{"name":"scalewright"/);
  });
});
