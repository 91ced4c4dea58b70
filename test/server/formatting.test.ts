import assert from "node:assert/strict";
import { memoryClient, type TestClient } from "./client.ts";

const URI = "file:///strain.instrument.yaml";
const OPTIONS = { tabSize: 4, insertSpaces: false };

describe("layout in an editor", () => {
  let client: TestClient;
  before(async () => {
    client = await memoryClient();
    client.open(
      URI,
      "instrument: strain  \nresponses:\n    often4: {options: {0: Never,1: Often}}\n    yes_no: {options: {0: No,1: Yes}}\n",
    );
  });
  after(() => client.close());
  const ask = async (method: string, more: object) =>
    await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, options: OPTIONS, ...more });
  const at = (line: number, from: number, to: number) => ({ start: { line, character: from }, end: { line, character: to } });

  it("is two blanks a level whatever the editor would use, and small edits", async () => {
    assert.deepEqual(await ask("formatting", {}), [
      { range: at(0, 18, 20), newText: "" },
      { range: at(2, 0, 2), newText: "" },
      { range: at(2, 31, 32), newText: ", " },
      { range: at(3, 0, 2), newText: "" },
      { range: at(3, 28, 29), newText: ", " },
    ]);
  });
  it("of some lines moves no line out of its place", async () => {
    assert.deepEqual(await ask("rangeFormatting", { range: at(2, 5, 8) }), [{ range: at(2, 31, 32), newText: ", " }]);
  });
  it("of the line that is left behind Enter", async () => {
    assert.deepEqual(await ask("onTypeFormatting", { position: { line: 1, character: 0 }, ch: "\n" }), [
      { range: at(0, 18, 20), newText: "" },
    ]);
    assert.equal(await ask("onTypeFormatting", { position: { line: 0, character: 0 }, ch: "\n" }), null);
  });
  it("of a text with errors is left to its author", async () => {
    client.change(URI, 2, [{ text: "instrument: strain  \nresponses: {\n" }]);
    assert.equal(await ask("formatting", {}), null);
  });
});
