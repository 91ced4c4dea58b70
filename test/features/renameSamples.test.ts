import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../server/analysis/engine.ts";
import { thingAt } from "../../server/features/things.ts";
import { renameInWorkspace } from "../../server/features/workspace/rename.ts";
import { origins } from "../../server/model/origins.ts";
import { wholeText } from "../../server/syntax/segmentedText.ts";
import { applied } from "../rules/page.ts";

const FOLDER = "samples";
const NEW = "renamed_thing";
const names = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
const originals = new Map(names.map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));

/** The documents that hold these texts: of the whole folder, or those that name a file and the file itself. */
function folder(texts: ReadonlyMap<string, string>, about = "") {
  const near = [...texts].filter(([name, text]) => name === about || text.includes(about));
  return near.map(([name, text]) => ({
    uri: `file:///samples/${name}`,
    analysis: analyse(text, { read: (path) => texts.get(path) }),
  }));
}

/** What is found in each. Of the names in a span it is judged whether they look alike. */
const codes = (documents: ReturnType<typeof folder>) =>
  documents.map(({ uri, analysis }) => {
    const grave = analysis.problems.filter(({ severity, code }) => severity !== "info" && code !== "span-catches-foreign-item");
    return [uri, grave.map(({ code }) => code)];
  });

/** One of so many of a kind is as good as all. */
const EVERY = 20;

describe("renaming in the samples", () => {
  const before = folder(originals);
  for (const home of before.filter(({ uri }) => uri.endsWith(".instrument.yaml"))) {
    it(`leaves ${home.uri.split("/").at(-1)} and what is about it as whole as it was`, () => {
      const name = home.uri.split("/").at(-1) ?? "";
      const expected = codes(folder(originals, name));
      const seen = new Map<string, number>();
      for (const part of home.analysis.parts) {
        if (part.kind === "metadata" || part.kind === "test") continue;
        const count = seen.get(part.kind) ?? 0;
        seen.set(part.kind, count + 1);
        if (count % EVERY !== 0) continue;
        const thing = thingAt(home.analysis, home.analysis.range(origins.name(part.value)).start + 1)?.thing;
        assert.equal(thing?.part, part);
        const renaming = renameInWorkspace(thing, home, before, NEW);
        assert.ok(!("refused" in renaming), "refused" in renaming ? renaming.refused : "");
        const texts = new Map(originals);
        for (const { document, edits } of renaming.files)
          texts.set(document.uri.split("/").at(-1) ?? "", applied(wholeText(document.analysis.text), { title: "", safe: true, edits }));
        const after = folder(texts, name);
        assert.deepEqual(codes(after), expected, `${part.kind} "${part.id}"`);
        // Nothing goes by the old name any more where a whole word does.
        const again = after.find(({ uri }) => uri === home.uri)?.analysis;
        assert.deepEqual(again?.users(part.id).filter((user) => user.kind !== "section").length, 0, `${part.kind} "${part.id}"`);
      }
    }).timeout(60_000);
  }
});
