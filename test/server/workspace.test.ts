import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  AnnotatedTextEdit,
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { processClient, type TestClient } from "./client.ts";

const FILES: Readonly<Record<string, string>> = {
  "week.instrument.yaml": `instrument: week
title: My week
version: 1.0.0
language: en
licence: {name: CC0, permission: free}
use: {common: shared/common.library.yaml}
sections:
  mood:
    response: common.often4
    items:
      tense: I felt tense.
      calm: {text: "I was calm, though {tense}.", reverse: true}
  about:
    include: common.person
scores:
  strain: {items: [tense, calm], method: sum}
  load: {items: [tense], method: sum, when: age >= 18}
tests:
  all: {responses: week.csv, expected: week-expected.csv}
`,
  "week.cy.translation.yaml": `translation: cy
of: week.instrument.yaml
sections:
  mood:
    items:
      tense: Roeddwn yn teimlo dan straen.
      calm: "Roeddwn yn dawel, er {tense}."
scores: {strain: {label: Straen}}
`,
  "talks.guide.yaml": `guide: talks
title: Talks
about: week.instrument.yaml
topics:
  day: {questions: {q1: {text: How was it?, covers: [strain, tense]}}}
`,
  "shared/common.library.yaml": `library: common
title: Common
responses:
  often4:
    options: {0: Never, 1: Sometimes, 2: Often, 3: Always}
sections:
  person:
    kind: demographics
    items:
      age: {text: How old are you?, response: {type: integer, min: 16, max: 99}}
`,
  "week.csv": "respondent,Tense,calm\n1,2,3\n",
  "week-expected.csv": "respondent,strain,strain.band\n1,2,\n",
};

describe("the built server in a folder of several files", () => {
  let folder = "";
  let client: TestClient;
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  const at = (name: string, part: string, after = 0) => {
    const text = FILES[name] ?? "";
    const before = text.slice(0, text.indexOf(part) + after).split("\n");
    return { textDocument: { uri: uri(name) }, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
  };
  const ask = <T>(method: string, params: unknown) => client.connection.sendRequest<T>(method, params);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "scalewright-"));
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    client = await processClient(process.execPath, ["dist/server.js", "--stdio"], {
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "study" }],
      capabilities: {
        textDocument: { publishDiagnostics: { versionSupport: true }, codeAction: { resolveSupport: { properties: ["edit"] } } },
        workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ["create"] } },
      },
    });
    client.open(uri("week.instrument.yaml"), FILES["week.instrument.yaml"] ?? "");
    await client.diagnostics(uri("week.instrument.yaml"), 1);
  });
  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true });
  });

  /** What the files are after an edit, those that it changes alone. */
  function edited(edit: WorkspaceEdit, confirmed = true): Readonly<Record<string, string>> {
    const files: Record<string, string> = {};
    for (const { textDocument, edits } of (edit.documentChanges ?? []) as TextDocumentEdit[]) {
      const name = Object.keys(FILES).find((one) => uri(one) === textDocument.uri) ?? textDocument.uri;
      const lines = readFileSync(join(folder, name), "utf8").split("\n");
      const wanted = (edits as AnnotatedTextEdit[]).filter(
        ({ annotationId }) => confirmed || !annotationId || !edit.changeAnnotations?.[annotationId]?.needsConfirmation,
      );
      const sorted = wanted.sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
      for (const { range, newText } of sorted) {
        const line = lines[range.start.line] ?? "";
        lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
      }
      if (wanted.length > 0) files[name] = lines.join("\n");
    }
    return files;
  }

  it("renames an item in the instrument, its translation and the guide about it, and its column where that is confirmed", async () => {
    const edit = await ask<WorkspaceEdit>("textDocument/rename", { ...at("week.instrument.yaml", "tense: I", 2), newName: "strained" });
    const files = edited(edit);
    assert.deepEqual(Object.keys(files).sort(), ["talks.guide.yaml", "week.csv", "week.cy.translation.yaml", "week.instrument.yaml"]);
    assert.match(
      files["week.instrument.yaml"] ?? "",
      /strained: I felt tense\.\n.*\{strained\}[\s\S]*\[strained, calm\][\s\S]*\[strained\]/,
    );
    assert.match(files["week.cy.translation.yaml"] ?? "", /strained: Roeddwn[\s\S]*er \{strained\}/);
    assert.match(files["talks.guide.yaml"] ?? "", /covers: \[strain, strained\]/);
    assert.match(files["week.csv"] ?? "", /^respondent,strained,calm\n1,2,3/);
    assert.deepEqual(Object.keys(edited(edit, false)).sort(), ["talks.guide.yaml", "week.cy.translation.yaml", "week.instrument.yaml"]);
  });

  it("renames a score with its columns in the data that tests expect", async () => {
    const files = edited(await ask("textDocument/rename", { ...at("week.instrument.yaml", "strain: {", 2), newName: "load2" }));
    assert.match(files["week-expected.csv"] ?? "", /^respondent,load2,load2\.band\n/);
    assert.match(files["talks.guide.yaml"] ?? "", /covers: \[load2, tense\]/);
    assert.match(files["week.cy.translation.yaml"] ?? "", /scores: \{load2: /);
  });

  it("goes from a guide to the instrument that it is about, and renames from there what the instrument defines", async () => {
    client.open(uri("talks.guide.yaml"), FILES["talks.guide.yaml"] ?? "");
    const found = await ask<Location>("textDocument/definition", at("talks.guide.yaml", "strain, tense", 2));
    assert.match(found.uri, /week\.instrument\.yaml$/);
    const hover = await ask<{ contents: { value: string } }>("textDocument/hover", at("talks.guide.yaml", "tense]", 2));
    assert.match(hover.contents.value, /I felt tense\./);
    const files = edited(await ask("textDocument/rename", { ...at("talks.guide.yaml", "strain, tense", 2), newName: "load2" }), false);
    assert.deepEqual(Object.keys(files).sort(), ["talks.guide.yaml", "week.cy.translation.yaml", "week.instrument.yaml"]);
    assert.match(files["talks.guide.yaml"] ?? "", /covers: \[load2, tense\]/);
    const own = edited(await ask("textDocument/rename", { ...at("talks.guide.yaml", "q1:", 1), newName: "first" }));
    assert.deepEqual(Object.keys(own), ["talks.guide.yaml"]);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: uri("talks.guide.yaml") } });
  });

  it("renames a response of a library from a document that uses it, and the library's name alone where that is meant", async () => {
    const response = edited(await ask("textDocument/rename", { ...at("week.instrument.yaml", "common.often4", 9), newName: "often" }));
    assert.deepEqual(Object.keys(response).sort(), ["shared/common.library.yaml", "week.instrument.yaml"]);
    assert.match(response["week.instrument.yaml"] ?? "", /response: common\.often\n/);
    assert.match(response["shared/common.library.yaml"] ?? "", /\n {2}often:\n/);
    const alias = edited(await ask("textDocument/rename", { ...at("week.instrument.yaml", "common.often4", 2), newName: "shared" }));
    assert.deepEqual(Object.keys(alias), ["week.instrument.yaml"]);
    assert.match(
      alias["week.instrument.yaml"] ?? "",
      /use: \{shared: shared\/common[\s\S]*response: shared\.often4[\s\S]*include: shared\.person/,
    );
  });

  it("renames an item that a library brings in", async () => {
    const files = edited(await ask("textDocument/rename", { ...at("week.instrument.yaml", "age >= 18", 1), newName: "age_years" }));
    assert.match(files["week.instrument.yaml"] ?? "", /when: age_years >= 18/);
    assert.match(files["shared/common.library.yaml"] ?? "", /age_years: \{text/);
    await assert.rejects(
      ask("textDocument/rename", { ...at("week.instrument.yaml", "age >= 18", 1), newName: "tense" }),
      /"tense" is the id of another item/,
    );
  });

  it("lists the places of a thing in all files, and goes to a library", async () => {
    const places = await ask<Location[]>("textDocument/references", {
      ...at("week.instrument.yaml", "common.often4", 9),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      places.map((place) => place.uri),
      [uri("shared/common.library.yaml"), uri("week.instrument.yaml")],
    );
    const definition = await ask<Location>("textDocument/definition", at("week.instrument.yaml", "common.often4", 9));
    assert.deepEqual(definition, {
      uri: uri("shared/common.library.yaml"),
      range: { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } },
    });
  });

  it("finds things of files that are not open", async () => {
    const found = await ask<SymbolInformation[]>("workspace/symbol", { query: "oftn" });
    assert.deepEqual(
      found.map(({ name, location }) => [name, location.uri]),
      [["often4", uri("shared/common.library.yaml")]],
    );
    const wording = await ask<SymbolInformation[]>("workspace/symbol", { query: "how old" });
    assert.deepEqual(
      wording.map(({ name }) => name),
      ["age · How old are you?"],
    );
  });

  it("keeps paths true when a library is moved, and when the document is", async () => {
    const move = (from: string, to: string) =>
      ask<WorkspaceEdit>("workspace/willRenameFiles", { files: [{ oldUri: uri(from), newUri: uri(to) }] });
    const library = edited(await move("shared/common.library.yaml", "lib/words.library.yaml"));
    assert.deepEqual(Object.keys(library), ["week.instrument.yaml"]);
    assert.match(library["week.instrument.yaml"] ?? "", /use: \{common: lib\/words\.library\.yaml\}/);
    const folderMove = edited(await move("shared", "lib"));
    assert.match(folderMove["week.instrument.yaml"] ?? "", /use: \{common: lib\/common\.library\.yaml\}/);
    const own = edited(await move("week.instrument.yaml", "wave1/week.instrument.yaml"));
    assert.match(
      own["week.instrument.yaml"] ?? "",
      /use: \{common: \.\.\/shared\/common\.library\.yaml\}[\s\S]*responses: \.\.\/week\.csv/,
    );
    assert.match(own["week.cy.translation.yaml"] ?? "", /of: wave1\/week\.instrument\.yaml/);
    assert.match(own["talks.guide.yaml"] ?? "", /about: wave1\/week\.instrument\.yaml/);
  });

  it("shows lenses with their commands, and none that is switched off", async () => {
    const textDocument = { uri: uri("week.instrument.yaml") };
    const lenses = await ask<CodeLens[]>("textDocument/codeLens", { textDocument });
    const resolved = await Promise.all(lenses.map((lens) => ask<CodeLens>("codeLens/resolve", lens)));
    assert.deepEqual(
      resolved.map(({ command }) => `${command?.title}: ${command?.command}`),
      [
        "Open preview: scalewright.openPreview",
        "in 2 scores: scalewright.showReferences",
        "Run 1 scoring test: scalewright.runScoringTests",
        "Run test: scalewright.runScoringTests",
      ],
    );
    assert.deepEqual(resolved[3]?.command?.arguments, [uri("week.instrument.yaml"), "all"]);
    assert.equal(resolved[1]?.command?.arguments?.[2]?.length, 2);
    const settings = { scalewright: { codeLens: { tests: false, preview: false }, inlayHints: { items: false, reversed: false } } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    assert.equal((await ask<CodeLens[]>("textDocument/codeLens", { textDocument })).length, 1);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await ask<InlayHint[]>("textDocument/inlayHint", { textDocument, range });
    assert.deepEqual(
      hints.map(({ label }) => label),
      [" 0 to 6", " 0 to 3"],
    );
  });

  it("counts the uses of a library's things in other files", async () => {
    client.open(uri("shared/common.library.yaml"), FILES["shared/common.library.yaml"] ?? "");
    const lenses = await ask<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: uri("shared/common.library.yaml") } });
    const [lens] = await Promise.all(lenses.map((one) => ask<CodeLens>("codeLens/resolve", one)));
    assert.equal(lens?.command?.title, "used once");
    const [first] = (lens?.command?.arguments?.[2] ?? []) as Location[];
    assert.equal(first?.uri, uri("week.instrument.yaml"));
  });

  it("offers changes of form with their edits on demand, in other files too, and says why one cannot be made", async () => {
    const source = `instrument: small
responses:
  agree3: {options: {1: Disagree, 2: Neither, 3: Agree}}
sections: {work: {response: agree3, items: {clear: My tasks are clear to me.}}}
scores: {twice: {value: clear * 2}}
`;
    const small = uri("small.instrument.yaml");
    client.open(small, source);
    const position = { line: 2, character: 4 };
    const actions = await ask<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: small },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ["refactor"] },
    });
    assert.deepEqual(
      actions.map(({ title, disabled, edit }) => [title, disabled?.reason, edit]),
      [
        ['Move the response to a new library "small-shared.library.yaml"', undefined, undefined],
        ["Renumber the options from 0, with every score kept", '"twice" calculates with the answers themselves', undefined],
      ],
    );
    const [create, insert] = (await ask<CodeAction>("codeAction/resolve", actions[0])).edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: "create", uri: uri("small-shared.library.yaml") });
    assert.match(JSON.stringify(insert), /agree3: \{options: /);
  });

  it("renumbers the options of a translation too", async () => {
    const [source, translation] = [uri("numbers.instrument.yaml"), uri("numbers.cy.translation.yaml")];
    client.open(source, "instrument: numbers\nresponses:\n  agree: {options: {1: No, 2: Perhaps, 3: Indeed}}\n");
    client.open(translation, "translation: cy\nof: numbers.instrument.yaml\nresponses: {agree: {options: {1: Na, 2: Efallai}}}\n");
    const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } };
    const context = { diagnostics: [], only: ["refactor.rewrite"] };
    const [action] = await ask<CodeAction[]>("textDocument/codeAction", { textDocument: { uri: source }, range, context });
    const changes = ((await ask<CodeAction>("codeAction/resolve", action)).edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [textDocument.uri, edits.length]),
      [
        [source, 6],
        [translation, 2],
      ],
    );
  });

  it("fixes all that is safe when it is asked to, and has a fix and a comment for a finding", async () => {
    const slips = uri("slips.instrument.yaml");
    client.open(slips, "instrument: slips\ntitle: Slips\nversion: 1.0.0\nlanguage: en\nlicense: {name: CC0, permission: free}\n");
    const found = await client.diagnostics(slips, 1);
    const { range } = found.find(({ code }) => code === "unknown-key") ?? assert.fail(JSON.stringify(found));
    const textDocument = { uri: slips };
    const fixes = await ask<CodeAction[]>("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
    assert.ok(fixes.some(({ title }) => title === 'Ignore "unknown-key" here'));
    const context = { diagnostics: [], only: ["source.fixAll"] };
    const [all] = await ask<CodeAction[]>("textDocument/codeAction", { textDocument, range, context });
    assert.equal(all?.kind, "source.fixAll.scalewright");
    assert.match(JSON.stringify((await ask<CodeAction>("codeAction/resolve", all)).edit), /licence/);
  });

  it("answers what else an editor asks of a document", async () => {
    const name = "week.instrument.yaml";
    const textDocument = { uri: uri(name) };
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const full = await ask<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
    assert.deepEqual(await ask<SemanticTokens>("textDocument/semanticTokens/range", { textDocument, range: whole }), full);
    assert.ok(full.data.length > 20);
    const links = await ask<DocumentLink[]>("textDocument/documentLink", { textDocument });
    assert.deepEqual(
      links.map(({ target }) => target),
      [uri("shared/common.library.yaml"), uri("week.csv"), uri("week-expected.csv")],
    );
    const marks = await ask<DocumentHighlight[]>("textDocument/documentHighlight", at(name, "calm: {", 1));
    assert.equal(marks.length, 2);
    const [score] = await ask<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", at(name, "load: {", 1));
    const calls = await ask<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", { item: score });
    assert.deepEqual(
      calls.map(({ to, fromRanges }) => [to.name, to.uri, fromRanges.length]),
      [
        ["age", uri("shared/common.library.yaml"), 1],
        ["tense", uri(name), 1],
      ],
    );
    const incoming = await ask<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item: calls[0]?.to });
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ["load"],
    );
    assert.ok((await ask<unknown[]>("textDocument/foldingRange", { textDocument })).length > 3);
    const { position } = at(name, "tense, calm");
    const [chain] = await ask<SelectionRange[]>("textDocument/selectionRange", { textDocument, positions: [position] });
    assert.deepEqual(chain?.range, { start: position, end: { ...position, character: position.character + 5 } });
    const proposals = await ask<CompletionItem[]>("textDocument/completion", at(name, "tense, calm", 2));
    const item = proposals.find(({ label }) => label === "tense") ?? assert.fail();
    assert.match(
      JSON.stringify((await ask<CompletionItem>("completionItem/resolve", item)).documentation),
      /In the scores `strain`, `load`/,
    );
    const paths = await ask<CompletionItem[]>("textDocument/completion", at(name, "shared/common", 3));
    assert.deepEqual(
      paths.map(({ label }) => label),
      ["shared/common.library.yaml"],
    );
    const help = await ask<unknown>("textDocument/signatureHelp", at(name, "age >= 18", 3));
    assert.equal(help, null);
  });
});
