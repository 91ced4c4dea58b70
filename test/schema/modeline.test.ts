import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { completionsAt } from "../../server/features/completion.ts";
import { hoverAt } from "../../server/features/hover.ts";
import { templates } from "../../server/features/templates.ts";
import { PUBLISHED } from "./published.ts";

// Other editors with a YAML server find the published schema by this line, which must be nothing but a comment to us.
describe("a document that names its schema for other editors", () => {
  const ids = new Map([...PUBLISHED].map(([file, schema]) => [file, String(schema.$id)]));

  it("finds the schema of each kind at an address that stays", () => {
    for (const [file, id] of ids) assert.equal(id, `https://scalewright.github.io/scalewright/schemas/${file}`);
  });

  for (const { kind, text } of templates) {
    const plain = text("example");
    const line = `# yaml-language-server: $schema=${ids.get(`${kind}.schema.json`)}\n`;

    it(`has the same findings, one line further down: ${kind}`, () => {
      const findings = (document: string, shift: number) =>
        analyse(document).problems.map(({ code, message, range }) => [code, message, range.start - shift, range.end - shift]);
      const withMistake = `${plain}no_such_key: 1\n`;
      assert.deepEqual(findings(line + plain, line.length), findings(plain, 0));
      assert.deepEqual(findings(line + withMistake, line.length), findings(withMistake, 0));
      assert.ok(findings(line + withMistake, line.length).some(([code]) => code === "unknown-key"));
    });

    it(`is completed and explained as ever, and is not written by us: ${kind}`, () => {
      const labels = (document: string) => completionsAt(analyse(document), document.length).map(({ label }) => label);
      assert.deepEqual(labels(line + plain), labels(plain));
      assert.ok(labels(line + plain).length > 0);
      const place = plain.indexOf("title:") + 2;
      assert.deepEqual(hoverAt(analyse(line + plain), line.length + place)?.markdown, hoverAt(analyse(plain), place)?.markdown);
      assert.ok(hoverAt(analyse(plain), place)?.markdown);
      assert.doesNotMatch(plain, /yaml-language-server/);
    });
  }

  it("is offered the kinds of documents behind the line alone", () => {
    const line = "# yaml-language-server: $schema=https://example.org/other.json\n";
    assert.ok(completionsAt(analyse(line), line.length).some(({ label }) => label === "instrument"));
  });
});
