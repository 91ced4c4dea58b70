import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { CONFIGURATION_FILES, globs, KINDS, LANGUAGE } from "../../client/names.ts";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { id: string; extensions: readonly string[]; filenames: readonly string[]; configuration: string }[];
    readonly commands: readonly { command: string }[];
    readonly problemMatchers: readonly { pattern: Readonly<Record<string, string | number>> }[];
  };
}

// The manifest is data that the editor reads before any of our code runs: it must say what the code says.
describe("the manifest of the extension", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  const [language] = manifest.contributes.languages;
  const sources = readdirSync("client", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const code = sources.map((file) => readFileSync(path.join("client", file), "utf8")).join("\n");

  it("claims the names that the client takes", () => {
    assert.equal(language?.id, LANGUAGE);
    assert.deepEqual(
      language?.extensions,
      KINDS.flatMap((kind) => [`.${kind}.yaml`, `.${kind}.yml`]),
    );
    assert.deepEqual(language?.filenames, CONFIGURATION_FILES);
  });

  it("wakes the extension for these names and nothing else", () => {
    assert.deepEqual(manifest.activationEvents, [
      `onLanguage:${LANGUAGE}`,
      `workspaceContains:${globs.documents}`,
      `workspaceContains:${globs.configuration}`,
      "onWebviewPanel:scalewright.preview",
    ]);
  });

  it("offers the commands that the client answers", () => {
    const offered = manifest.contributes.commands.map(({ command }) => command);
    const answered = [...code.matchAll(/registerCommand\("([^"]+)"/g)].map((match) => match[1]);
    // Lines above definitions call one more, which needs what they give it.
    assert.deepEqual([...offered, "scalewright.showReferences"].sort(), answered.sort());
  });

  it("reads the findings of the command line", () => {
    const [matcher] = manifest.contributes.problemMatchers;
    const { regexp = "", ...groups } = matcher?.pattern ?? {};
    const found = new RegExp(String(regexp)).exec("C:\\study\\a.instrument.yaml:3:10: warning code-gap: 0, 1, 3: there is no 2");
    assert.deepEqual(Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, found?.[Number(group)]])), {
      file: "C:\\study\\a.instrument.yaml",
      line: "3",
      column: "10",
      severity: "warning",
      code: "code-gap",
      message: "0, 1, 3: there is no 2",
    });
  });

  it("points to files that are there", () => {
    const files = [...JSON.stringify(manifest.contributes).matchAll(/"(\.\/client\/[^"]+)"/g)].map((match) => match[1] ?? "");
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });
});
