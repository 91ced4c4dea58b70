import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { folders } from "../folders.ts";
import { type Person, personAt } from "../person.ts";
import { openWindow, type Window } from "../window.ts";

// A setting of many people gives all YAML to one extension. Ours checks its documents even so, and asks once before it changes a setting.
describe("where the user's settings make our documents plain YAML", function () {
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
      openFile: path.join(workspace, "broken.instrument.yaml"),
      settings: { "files.associations": { "*.yaml": "yaml" } },
      ...(extensionsDir ? { extensionsDir } : { extensionDevelopmentPath: [folders.project] }),
    });
    person = personAt(window.page);
    await person.line("response: agre5").waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await window.page.screenshot({ path: path.join(folders.run, "results", "failed-yaml.png") });
    console.log(window.problems.join("\n"));
  });

  after(async () => {
    await window.close();
    rmSync(workspace, { recursive: true, force: true });
  });

  const language = (name: string) => window.page.locator(".statusbar-item", { hasText: name }).first();
  const offer = () => window.page.locator(".notification-list-item", { hasText: "plain YAML" });

  it("findings stand in them all the same", async () => {
    await language("YAML").waitFor();
    await window.page.locator(".squiggly-error").first().waitFor();
  });

  it("our mode is offered, and used when the offer is taken", async () => {
    // It goes out of sight after a while, and stays in the list.
    await person.run("Notifications: Show Notifications");
    await offer().first().waitFor();
    await window.page.screenshot({ path: path.join(folders.run, "results", "offer.png") });
    await offer().first().getByRole("button", { name: "Use the Scalewright mode" }).click();
    await language("Scalewright instrument").waitFor();
    await window.page.locator(".squiggly-error").first().waitFor();
  });
});
