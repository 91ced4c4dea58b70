import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { temporaryFolder } from "../cli/temporary-folder.ts";

interface Step {
  readonly name: string;
  readonly run: string;
}

const BAD = "instrument: strain\ntitel: Strain\n";

/** The steps are run as the service runs them: by bash, with the inputs in the environment. */
describe("the action for GitHub", () => {
  const action: { readonly runs: { readonly steps: readonly Step[] } } = parse(readFileSync("action.yml", "utf8"));
  const folder = temporaryFolder({ "a b.instrument.yaml": BAD, "$(touch run).txt": "", "sub/c.instrument.yaml": "instrument: c\n" });
  after(() => folder.remove());
  const step = (name: string, env: Readonly<Record<string, string>>) => {
    const { run = "" } = action.runs.steps.find((one) => one.name === name) ?? {};
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", run], {
      cwd: folder.path,
      encoding: "utf8",
      env: { PATH: process.env.PATH, GITHUB_ACTIONS: "true", GITHUB_ACTION_PATH: process.cwd(), ...env },
    });
    return { status, stdout, stderr };
  };
  const inputs = { FILES: ".", FAIL_ON: "error", CHANGED_SINCE: "", SARIF: "" };

  it("shows findings in the log and as annotations, and fails on errors", () => {
    const { status, stdout } = step("Check", { ...inputs, SARIF: "out.sarif" });
    assert.equal(status, 1);
    assert.match(stdout, /^error\[unknown-key\]: /m);
    assert.match(stdout, /^::error file=a b\.instrument\.yaml,line=2,/m);
    assert.equal(JSON.parse(readFileSync(join(folder.path, "out.sarif"), "utf8")).version, "2.1.0");
  });
  it("takes files with blanks and what looks like a command for what they are", () => {
    const { status, stderr } = step("Check", { ...inputs, FILES: "a b.instrument.yaml\n$(touch run)\n\n", FAIL_ON: "never" });
    assert.equal(status, 2);
    assert.match(stderr, /"\$\(touch run\)" does not exist/);
    assert.ok(!existsSync(join(folder.path, "run")));
  });
  it("runs scoring tests where there are any", () => {
    assert.equal(step("Run scoring tests", { FILES: "sub" }).status, 0);
  });
  it("builds nothing that is there", () => {
    assert.equal(step("Build Scalewright", {}).status, 0);
  });
});
