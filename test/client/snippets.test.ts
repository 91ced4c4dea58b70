import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyse } from "../../server/analysis/engine.ts";
import { templates } from "../../server/features/templates.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

// What a snippet writes before anything is changed in it has no mistake where it belongs.
describe("the snippets", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    contributes: { snippets: readonly { language: string; path: string }[] };
  };
  const [contributed] = manifest.contributes.snippets;
  const snippets = JSON.parse(readFileSync(contributed?.path ?? "", "utf8")) as Readonly<Record<string, Snippet>>;
  const written = (name: string, indent: number) => {
    const snippet = snippets[name];
    assert.ok(snippet, `no snippet is named ${name}`);
    return snippet.body
      .map((line) => " ".repeat(indent) + line.replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, "$1").replace(/\$\{\d+:([^}]*)\}/g, "$1"))
      .join("\n");
  };
  const found = (text: string) =>
    analyse(text)
      .problems.filter(({ severity }) => severity !== "info")
      .map(({ code, message }) => `${code}: ${message}`);
  const head = "instrument: example\ntitle: Example\nversion: 1.0.0\nlicence: {name: CC0, permission: free}\n";

  it("belong to our language, and have words that find them", () => {
    assert.equal(contributed?.language, "scalewright");
    for (const { prefix, description } of Object.values(snippets)) assert.match(`${prefix}: ${description}`, /^[a-z ]+: \S/);
  });

  it("for an instrument make one without a mistake", () => {
    const score = written("Score with reversal", 2);
    const text = [
      `${head}responses:`,
      written("Response", 2),
      "sections:",
      written("Section shown as a matrix", 2),
      "  more:",
      "    items:",
      written("Item", 6),
      written("Reverse-keyed item", 6)
        .replace("item_id: {", "item_reversed: {response: agree5, ")
        .replace("The words of the item", "Its opposite"),
      "scores:",
      score,
      written("Bands", 4),
      "  rest: {items: [item_id, item_reversed], method: sum, higher: more}",
      "tests:",
      // A first item at 5 and a reversed second one at 1 give 10.
      written("Scoring test", 2),
      "",
    ].join("\n");
    assert.deepEqual(found(text), []);
  });

  it("for a Delphi study declare a rule without a mistake", () => {
    const template = templates.find(({ kind }) => kind === "delphi")?.text("example") ?? "";
    const text = template.replace(/^consensus:\n(?: .*\n)+/m, `${written("Delphi consensus rule", 0)}\n`);
    assert.match(text, /minimum_rated: 8\n/);
    assert.deepEqual(found(text), []);
  });

  it("for a topic guide ask a question without a mistake", () => {
    const template = templates.find(({ kind }) => kind === "guide")?.text("example") ?? "";
    const id = /^ {4}questions:\n/m;
    const question = written("Guide question", 6);
    assert.match(template, id);
    assert.deepEqual(found(template.replace(id, (line) => `${line}${question}\n`)), found(template));
  });
});
