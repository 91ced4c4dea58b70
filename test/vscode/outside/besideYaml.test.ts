import { inWindow } from "../inWindow.ts";

// A setting of many people gives all YAML to one extension. Ours checks its documents even so, and asks once before it changes a setting.
describe("where the user's settings make our documents plain YAML", function () {
  this.timeout(60_000);
  const there = inWindow("yaml", {
    open: "broken.instrument.yaml",
    settings: { "files.associations": { "*.yaml": "yaml" } },
    begin: ({ person }) => person.line("response: agre5").waitFor(),
  });

  const language = (name: string) => there.window.page.locator(".statusbar-item", { hasText: name }).first();
  const offer = () => there.window.page.locator(".notification-list-item", { hasText: "plain YAML" });

  it("findings stand in them all the same", async () => {
    await language("YAML").waitFor();
    await there.window.page.locator(".squiggly-error").first().waitFor();
  });

  it("our mode is offered, and used when the offer is taken", async () => {
    // It goes out of sight after a while, and stays in the list.
    await there.person.run("Notifications: Show Notifications");
    await offer().first().waitFor();
    await there.picture("offer");
    await offer().first().getByRole("button", { name: "Use the Scalewright mode" }).click();
    await language("Scalewright instrument").waitFor();
    await there.window.page.locator(".squiggly-error").first().waitFor();
  });
});
