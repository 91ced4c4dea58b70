import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { folders } from "../folders.ts";
import { install } from "../install.ts";

// The program that colours texts in VS Code, as far as it is used here, and its YAML grammar are those of the VS Code under test.
interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}
interface Grammar {
  tokenizeLine(line: string, state: unknown): { tokens: readonly Token[]; ruleStack: unknown };
}
interface TextMate {
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> };
  parseRawGrammar(text: string, file: string): unknown;
}
interface Oniguruma {
  loadWASM(data: Buffer): Promise<void>;
  readonly OnigScanner: new (patterns: string[]) => unknown;
  readonly OnigString: new (text: string) => unknown;
}

describe("the colours of an instrument", () => {
  let painted: { readonly text: string; readonly scopes: string }[];

  before(async () => {
    const grammar = await load();
    painted = [];
    let state: unknown = null;
    for (const line of readFileSync(path.join(folders.workspace, "colours.instrument.yaml"), "utf8").split("\n")) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      for (const token of tokens) {
        painted.push({ text: line.slice(token.startIndex, token.endIndex).trim(), scopes: token.scopes.join(" ") });
      }
    }
  });

  const scopesOf = (text: string, nth = 1) => painted.filter((token) => token.text === text)[nth - 1]?.scopes ?? "no such token";

  it("name the kind of document", () => assert.match(scopesOf("instrument"), /keyword\.control\.kind/));
  it("know a formula in a plain scalar, up to the comment", () => {
    assert.match(scopesOf(">="), /formula keyword\.operator\.comparison/);
    assert.match(scopesOf("not for all"), /comment/);
  });
  it("know a formula inside braces, and where it ends", () => {
    assert.match(scopesOf("and"), /formula keyword\.other\.logical/);
    assert.doesNotMatch(scopesOf("require"), /formula/);
  });
  it("know a formula in quotes", () => assert.match(scopesOf("sum"), /formula support\.function/));
  it("know a formula over several lines, and where it ends", () => {
    assert.match(scopesOf("count"), /formula support\.function/);
    assert.match(scopesOf("label", 2), /entity\.name\.tag/);
    assert.doesNotMatch(scopesOf("label", 2), /formula/);
  });
  it("know a piped answer in a text", () => {
    assert.match(scopesOf("job", 2), /variable\.other\.item/);
    assert.match(scopesOf("job", 3), /variable\.other\.item/);
  });
  it("find nothing wrong with the YAML around the formulas", () => {
    assert.deepEqual(
      painted.filter(({ scopes }) => scopes.includes("invalid")),
      [],
    );
  });
  it("take a text that looks like a formula for a text", () => {
    assert.ok(painted.filter(({ text }) => text.includes("a < b")).every(({ scopes }) => !scopes.includes("formula")));
  });
});

async function load(): Promise<Grammar> {
  const host = install(process.env.VSCODE_HOST === "oldest" ? "oldest" : "newest");
  const require = createRequire(path.join(host, "package.json"));
  const textmate = require("vscode-textmate") as TextMate;
  const oniguruma = require("vscode-oniguruma") as Oniguruma;
  await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
  const files = grammarsOf(path.join(host, "node_modules", "code-server", "lib", "vscode", "extensions", "yaml"));
  for (const [scope, file] of grammarsOf(folders.project)) files.set(scope, file);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope: string) => {
      const file = files.get(scope);
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, "utf8"), file);
    },
  });
  const grammar = await registry.loadGrammar("source.scalewright");
  assert.ok(grammar, "the grammar cannot be read");
  return grammar;
}

/** The grammars that an extension brings, by scope. */
function grammarsOf(extension: string): Map<string, string> {
  const manifest = JSON.parse(readFileSync(path.join(extension, "package.json"), "utf8")) as {
    contributes: { grammars: readonly { scopeName: string; path: string }[] };
  };
  return new Map(manifest.contributes.grammars.map((grammar) => [grammar.scopeName, path.join(extension, grammar.path)]));
}
