import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { folders } from "../folders.ts";
import { type Person, personAt } from "../person.ts";
import { openWindow, type Window } from "../window.ts";

// What a person sees of scoring tests: the tree, what differs, what is covered, how a score came about.
describe("scoring tests in the Test Explorer", function () {
  this.timeout(60_000);
  let workspace: string;
  let window: Window;
  let person: Person;

  before(async () => {
    workspace = mkdtempSync(path.join(os.tmpdir(), "scalewright-workspace-"));
    cpSync(folders.workspace, workspace, { recursive: true });
    const extensionsDir = process.env.TEST_EXTENSIONS_DIR;
    window = await openWindow({
      host: process.env.VSCODE_HOST === "oldest" ? "oldest" : "newest",
      folder: workspace,
      openFile: path.join(workspace, "uses-library.instrument.yaml"),
      size: { width: 1400, height: 1300 },
      settings: { "editor.minimap.enabled": false },
      ...(extensionsDir ? { extensionsDir } : { extensionDevelopmentPath: [folders.project] }),
    });
    person = personAt(window.page);
    await person.line("instrument: shared-response").waitFor();
    await person.run("Testing: Focus on Test Explorer View");
    await row("uses-library.instrument.yaml").waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await window.page.screenshot({ path: path.join(folders.run, "results", "failed-tests.png") });
    console.log(window.problems.join("\n"));
  });

  after(async () => {
    await window.close();
    rmSync(workspace, { recursive: true, force: true });
  });

  const row = (text: string) => window.page.locator(".test-explorer .monaco-list-row", { hasText: text }).first();

  it("are a tree of the instruments of the workspace and their tests", async () => {
    await row("clean.instrument.yaml").waitFor();
    await row("uses-library.instrument.yaml").locator(".monaco-tl-twistie").click();
    await row("calm and not tired").waitFor();
    await row("slip in the key").waitFor();
  });

  it("say what differs from what was expected", async () => {
    await person.run("Test: Run All Tests with Coverage");
    await window.page.getByText("4 != 6").waitFor();
    await window.page.getByText("little != much").waitFor();
    await row("calm and not tired").locator(".codicon-testing-passed-icon").waitFor();
    await row("slip in the key").locator(".codicon-testing-failed-icon").waitFor();
  });

  it("show in the text what they exercise, and what they do not", async () => {
    await window.page.locator(".coverage-deco-gutter.coverage-deco-hit").first().waitFor();
    // The missing rule, and the edges of the bands that no answer reaches.
    await window.page.locator(".coverage-deco-gutter.coverage-deco-miss").first().waitFor();
    await window.page.screenshot({ path: path.join(folders.run, "results", "coverage.png") });
    await person.run("Test: Clear Coverage");
  });

  it("show how the scores came about", async () => {
    await row("slip in the key").hover();
    await row("slip in the key").getByRole("button", { name: /Debug/ }).click();
    await person.line("reversed 1 + 3 - 3 = 1").waitFor();
    await window.page.screenshot({ path: path.join(folders.run, "results", "trace.png") });
  });

  it("run again with every edit where that is wished", async () => {
    await row("uses-library.instrument.yaml").hover();
    // The eye is the last of the row's buttons; what it is to a reader of the page differs from version to version.
    await row("uses-library.instrument.yaml").locator("a.action-label").last().click();
    await person.clickLine("answers: {calm: 3, tired: 3}");
    await window.page.keyboard.press("End");
    await window.page.keyboard.press("ArrowLeft");
    await window.page.keyboard.press("Backspace");
    await window.page.keyboard.type("1");
    await row("slip in the key").locator(".codicon-testing-passed-icon").waitFor();
  });
});
