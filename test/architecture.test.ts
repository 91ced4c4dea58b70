import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const CORE = ["problem", "keptWith", "remember", "pieces", "number", "expression", "syntax", "model"];

/** Which parts of `server/` each part may import beside itself. The core knows no editor, no file system and no command line. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  problem: [],
  keptWith: [],
  remember: [],
  pieces: ["keptWith"],
  glob: [],
  number: ["problem"],
  syntax: ["problem", "keptWith", "remember", "pieces"],
  expression: ["problem", "remember", "number"],
  generated: ["model"],
  model: [...CORE, "generated"],
  scoring: CORE,
  routing: [...CORE, "scoring"],
  language: ["problem", "number", "expression"],
  delphi: [...CORE, "language"],
  study: [...CORE, "scoring", "delphi"],
  checklist: [...CORE, "analysis", "delphi"],
  evidence: [...CORE, "scoring", "routing", "delphi", "study", "rules"],
  rules: [...CORE, "scoring", "routing", "delphi", "study", "evidence"],
  analysis: [...CORE, "glob", "translation", "scoring", "routing", "evidence", "rules", "generated"],
  preview: [...CORE, "language", "translation", "scoring", "delphi", "study", "generated"],
  exchange: [...CORE, "scoring", "delphi"],
  translation: [...CORE, "evidence"],
  document: [...CORE, "language", "scoring", "delphi", "study", "preview"],
  diff: [...CORE, "analysis"],
  features: [
    ...CORE,
    "analysis",
    "scoring",
    "routing",
    "delphi",
    "study",
    "evidence",
    "rules",
    "translation",
    "preview",
    "exchange",
    "generated",
  ],
  lsp: ["*"],
  cli: ["*"],
};

/** Packages that have one home each. */
const HOMES: Record<string, readonly string[]> = {
  yaml: ["syntax"],
  "fraction.js": ["number"],
  "vscode-languageserver": ["lsp"],
  "csv-parse": ["cli"],
  docx: ["document"],
  saxes: ["translation"],
  "@dagrejs/dagre": ["preview"],
};

const sources = readdirSync("server", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const part = (file: string) => file.split(/[\\/]/)[0]?.replace(/\.ts$/, "") ?? "";
const IMPORT = /^(?:import|export)\b[^"']*?from "([^"]+)"|\bimport\("([^"]+)"\)|^import "([^"]+)"/gm;

describe("who may import whom", () => {
  for (const file of sources) {
    it(file, () => {
      const from = part(file);
      for (const [, one, two, three] of readFileSync(join("server", file), "utf8").matchAll(IMPORT)) {
        const specifier = one ?? two ?? three ?? "";
        if (specifier.startsWith(".")) {
          const to = part(normalize(join(dirname(file), specifier)));
          if (specifier.endsWith("package.json")) continue;
          assert.ok(to !== ".." && to !== "client", `${from} must not import ${specifier}`);
          const allowed = MAY_IMPORT[from];
          assert.ok(to === from || allowed?.includes("*") || allowed?.includes(to), `${from} must not import ${to}`);
        } else if (specifier.startsWith("node:")) assert.ok(from === "cli" || from === "lsp", `${from} must not import ${specifier}`);
        else {
          const name = specifier
            .split("/")
            .slice(0, specifier.startsWith("@") ? 2 : 1)
            .join("/");
          assert.notEqual(name, "vscode", `${from} must not import the editor`);
          const home = HOMES[name];
          assert.ok(!home || home.includes(from), `${name} belongs into ${home?.join()}, not ${from}`);
        }
      }
    });
  }

  it("only the client knows the editor, and of the server only the types of its own requests", () => {
    for (const file of readdirSync("client", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
      for (const [, specifier = ""] of readFileSync(join("client", file), "utf8").matchAll(IMPORT)) {
        if (specifier.includes("server/")) assert.match(specifier, /server\/lsp\/requests\.ts$/, `${file} imports ${specifier}`);
      }
    }
  });
});
