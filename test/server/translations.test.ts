import assert from "node:assert/strict";
import { listedTranslations } from "../../server/lsp/listedTranslations.ts";
import { type ExportResult, type Preview, requests } from "../../server/lsp/requests.ts";
import { memoryClient, type TestClient } from "./client.ts";

const FILES: Readonly<Record<string, string>> = {
  "mood.instrument.yaml":
    "instrument: mood\ntitle: Mood\nlanguage: en\nsections: {now: {response: {type: text}, items: {calm: What calms you?}}}\n",
  "translations/welsh.translation.yaml":
    "translation: cy\nof: ../mood.instrument.yaml\ntitle: Hwyliau\nsections: {now: {items: {calm: Beth sy'n eich tawelu?}}}\n",
  "talk.guide.yaml": "guide: talk\ntitle: A talk\nlanguage: en\ntopics: {one: {minutes: 10, questions: {q1: {text: What helps?}}}}\n",
  "talk.de.translation.yaml": "translation: de\nof: talk.guide.yaml\ntitle: Ein Gespräch\ntopics: {one: {questions: {q1: Was hilft?}}}\n",
  "other.cy.translation.yaml": "translation: cy\nof: other.instrument.yaml\ntitle: Arall\n",
};

describe("translations in the editor", () => {
  let client: TestClient;
  const uri = (name: string) => `file:///w/${name}`;

  before(async () => {
    client = await memoryClient((wanted) => FILES[wanted.replace("file:///w/", "")], {
      workspaceFolders: [{ uri: "file:///w", name: "w" }],
    });
    for (const [name, text] of Object.entries(FILES)) client.open(uri(name), text);
  });
  after(() => client.close());

  const preview = async (name: string, language: string) => {
    const made = await client.connection.sendRequest<Preview | null>(requests.preview, { uri: uri(name), language });
    assert.ok(made);
    return { ...made, html: made.html.middle };
  };
  const exported = async (name: string, language: string) => {
    const asked = { uri: uri(name), kind: "questionnaire", format: "md", language };
    const made = await client.connection.sendRequest<ExportResult>(requests.export, asked);
    assert.ok(made);
    return made;
  };

  it("are found by the document that they name, whatever their name and folder", async () => {
    const { html, languages } = await preview("mood.instrument.yaml", "cy");
    assert.deepEqual(languages, ["en", "cy"]);
    assert.ok(html.includes("Beth sy&#39;n eich tawelu?"), html);
    assert.ok(!html.includes("Arall"));
    const { text } = await exported("mood.instrument.yaml", "cy");
    assert.match(text, /Beth sy'n eich tawelu\?/);
    assert.match(text, /welsh\.translation\.yaml, SHA-256 y testun/);
  });

  it("are those of guides too", async () => {
    assert.match((await preview("talk.guide.yaml", "de")).html, /Was hilft\?/);
    const { text, remarks } = await exported("talk.guide.yaml", "de");
    assert.match(text, /^# Ein Gespräch$/m);
    assert.match(text, /10 Minuten \(0:00 bis 0:10\)/);
    assert.deepEqual(remarks, []);
  });

  it("are listed anew only now and then, while a preview follows what is typed", async () => {
    let [time, listed] = [0, 0];
    const workspace = {
      documents: async () => [],
      get: async () => undefined,
      read: async () => undefined,
      files: async () => {
        listed++;
        return [uri("a.cy.translation.yaml"), uri("a.instrument.yaml")];
      },
    };
    const list = listedTranslations(workspace, () => time);
    for (time of [0, 100, 1900]) assert.deepEqual(await list(), [uri("a.cy.translation.yaml")]);
    assert.equal(listed, 1);
    time = 2100;
    await list();
    assert.equal(listed, 2);
  });
});
