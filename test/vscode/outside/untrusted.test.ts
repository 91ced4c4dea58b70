import { inWindow } from "../inWindow.ts";

// VS Code trusts no folder until someone says so. Reading and showing a document runs nothing that stands in the folder.
describe("a folder that nobody has said to trust", function () {
  this.timeout(60_000);
  const there = inWindow("untrusted", {
    open: "broken.instrument.yaml",
    untrusted: true,
    begin: ({ person }) => person.line("response: agre5").waitFor(),
  });

  it("is looked at with the findings of its documents", async () => {
    await there.window.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).first().waitFor();
    await there.window.page.locator(".squiggly-error").first().waitFor();
  });

  it("shows the preview of a document", async () => {
    await there.person.openPreview();
    await there.person.preview().locator("main input[type=radio]").first().waitFor();
    await there.picture("untrusted");
  });

  it("runs no task before someone trusts it", async () => {
    const { page } = there.window;
    // A VS Code that shows no dialogs while tests run says in its log that it would have asked.
    const wouldAsk = page.waitForEvent("console", {
      predicate: (line) => line.text().includes("Do you trust the authors"),
      timeout: 30_000,
    });
    const asks = page.locator(".monaco-dialog-box", { hasText: /trust/i }).first().waitFor();
    await Promise.all([there.person.run("Tasks: Run Task"), Promise.any([asks, wouldAsk])]);
    await there.picture("untrusted-task");
    await there.window.page.keyboard.press("Escape");
  });
});
