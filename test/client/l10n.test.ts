import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const LANGUAGES = ["de", "cy"];

// What the extension says itself is there in English, German and Welsh; what is written in documents has languages of its own.
describe("the texts of the extension", () => {
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const sources = readdirSync("client", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const said = sources.flatMap((file) => {
    const source = readFileSync(path.join("client", file), "utf8");
    return [...source.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)].map((match) => JSON.parse(match[1] ?? "") as string);
  });
  const holders = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
  const commands = (text: string) => [...text.matchAll(/\(command:[^)]*\)/g)].map(String);

  for (const language of LANGUAGES) {
    it(`of its code are translated, all and no others: ${language}`, () => {
      const bundle = read(`client/l10n/bundle.l10n.${language}.json`);
      assert.deepEqual(Object.keys(bundle).sort(), [...new Set(said)].sort());
      for (const [text, translated] of Object.entries(bundle)) assert.deepEqual(holders(translated), holders(text), text);
    });

    it(`of its manifest are translated, all and no others: ${language}`, () => {
      const english = read("package.nls.json");
      const translated = read(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(translated), Object.keys(english));
      for (const [key, text] of Object.entries(translated)) assert.deepEqual(commands(text), commands(english[key] ?? ""), key);
    });
  }

  it("are all there that the manifest names, and no others", () => {
    const named = [...readFileSync("package.json", "utf8").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? "");
    assert.deepEqual(named.sort(), Object.keys(read("package.nls.json")).sort());
  });

  it("are never put into a notification or a list untranslated", () => {
    for (const file of sources) {
      const source = readFileSync(path.join("client", file), "utf8");
      assert.doesNotMatch(source, /show(?:Information|Warning|Error)Message\(\s*["`]|(?:title|placeHolder|detail): ["`][A-Z]/, file);
    }
  });
});
