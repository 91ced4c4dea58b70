import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

// What is bundled is handed on, and its licences ask that they go with it.
describe("the licences of what is bundled", () => {
  const text = readFileSync("dist/NOTICES.txt", "utf8");
  const entries = text.split(/^=+\n/m).slice(1);
  const titles = entries.map((entry) => entry.slice(0, entry.indexOf("\n")));

  for (const name of ["yaml", "fraction.js", "syllable", "flesch-kincaid", "vscode-languageclient", "vscode-languageserver", "docx"]) {
    it(`name ${name}`, () =>
      assert.ok(
        titles.some((title) => title.startsWith(`${name} `)),
        titles.join(),
      ));
  }

  it("are given in full, each once and in order", () => {
    for (const entry of entries) assert.match(entry, /(?:permission|permit|license|licence)[\s\S]{200}/i, entry);
    assert.deepEqual(titles, [...new Set(titles)].sort());
  });
});
