import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../server/analysis/engine.ts";
import { printDiffText } from "../../server/cli/diff/print-diff-text.ts";
import { diffDocuments } from "../../server/diff/diff.ts";

const FOLDER = "test/diff";
/** A version before, a version after (each after the files that it imports), and what is said of them. */
const CASE = /^## (.+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm;
const BLOCK = /^```(yaml old|yaml new|text|yaml old file "([^"]+)"|yaml new file "([^"]+)")\n([\s\S]*?)^```$/gm;

interface Given {
  old: string;
  now: string;
  said: string | undefined;
  readonly oldFiles: Map<string, string>;
  readonly nowFiles: Map<string, string>;
}

function read(body: string): Given {
  const given: Given = { old: "", now: "", said: undefined, oldFiles: new Map(), nowFiles: new Map() };
  for (const [, kind = "", oldFile, nowFile, text = ""] of body.matchAll(BLOCK)) {
    if (oldFile !== undefined) given.oldFiles.set(oldFile, text);
    else if (nowFile !== undefined) given.nowFiles.set(nowFile, text);
    else if (kind === "yaml old") given.old = text;
    else if (kind === "yaml new") given.now = text;
    else given.said = text;
  }
  return given;
}

describe("how two versions differ", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".md"))) {
    describe(name, () => {
      const path = join(FOLDER, name);
      let page = readFileSync(path, "utf8");
      for (const [, title = "", body = ""] of page.matchAll(CASE)) {
        it(title, () => {
          const { old, now, said, oldFiles, nowFiles } = read(body);
          const [before, after] = [
            analyse(old, { read: (file) => oldFiles.get(file) }),
            analyse(now, { read: (file) => (nowFiles.size > 0 ? nowFiles : oldFiles).get(file) }),
          ];
          const beside = { old: (file: string) => oldFiles.get(file), now: (file: string) => nowFiles.get(file) };
          const shown = printDiffText("strain", diffDocuments(before, after, beside));
          if (process.env.UPDATE) {
            const block = `\`\`\`text\n${shown}\`\`\`\n`;
            const made = said === undefined ? `${body.trimEnd()}\n\n${block}\n` : body.replace(`\`\`\`text\n${said}\`\`\`\n`, () => block);
            page = page.replace(body, () => made);
            writeFileSync(path, page);
          } else assert.equal(shown, said);
          // Two versions that are the same text say so, whichever it is.
          assert.deepEqual(
            diffDocuments(after, analyse(now, { read: (file) => (nowFiles.size > 0 ? nowFiles : oldFiles).get(file) })).changes,
            [],
          );
        });
      }
    });
  }
});
