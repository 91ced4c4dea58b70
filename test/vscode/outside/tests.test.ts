import { inWindow } from "../inWindow.ts";

// What a person sees of scoring tests: the tree, what differs, what is covered, how a score came about.
describe("scoring tests in the Test Explorer", function () {
  this.timeout(60_000);
  const there = inWindow("tests", {
    open: "uses-library.instrument.yaml",
    size: { width: 1400, height: 1300 },
    settings: { "editor.minimap.enabled": false },
    async begin({ person }) {
      await person.line("instrument: shared-response").waitFor();
      await person.run("Testing: Focus on Test Explorer View");
      await row("uses-library.instrument.yaml").waitFor();
    },
  });

  const row = (text: string) => there.window.page.locator(".test-explorer .monaco-list-row", { hasText: text }).first();

  it("are a tree of the instruments of the workspace and their tests", async () => {
    await row("clean.instrument.yaml").waitFor();
    await row("uses-library.instrument.yaml").locator(".monaco-tl-twistie").click();
    await row("calm and not tired").waitFor();
    await row("slip in the key").waitFor();
  });

  it("say what differs from what was expected", async () => {
    await there.person.run("Test: Run All Tests with Coverage");
    await there.window.page.getByText("4 != 6").waitFor();
    await there.window.page.getByText("little != much").waitFor();
    await row("calm and not tired").locator(".codicon-testing-passed-icon").waitFor();
    await row("slip in the key").locator(".codicon-testing-failed-icon").waitFor();
  });

  it("show in the text what they exercise, and what they do not", async () => {
    await there.window.page.locator(".coverage-deco-gutter.coverage-deco-hit").first().waitFor();
    // The missing rule, and the edges of the bands that no answer reaches.
    await there.window.page.locator(".coverage-deco-gutter.coverage-deco-miss").first().waitFor();
    await there.picture("coverage");
    await there.person.run("Test: Clear Coverage");
  });

  it("show how the scores came about", async () => {
    await row("slip in the key").hover();
    await row("slip in the key").getByRole("button", { name: /Debug/ }).click();
    await there.person.line("reversed 1 + 3 - 3 = 1").waitFor();
    await there.picture("trace");
  });

  it("run again with every edit where that is wished", async () => {
    await row("uses-library.instrument.yaml").hover();
    // The eye is the last of the row's buttons; what it is to a reader of the page differs from version to version.
    await row("uses-library.instrument.yaml").locator("a.action-label").last().click();
    await there.person.clickLine("answers: {calm: 3, tired: 3}");
    await there.window.page.keyboard.press("End");
    await there.window.page.keyboard.press("ArrowLeft");
    await there.window.page.keyboard.press("Backspace");
    await there.window.page.keyboard.type("1");
    await row("slip in the key").locator(".codicon-testing-passed-icon").waitFor();
  });
});
