import assert from "node:assert/strict";
import { describeKey, entryKeyAt, type Kind, keysAt, type Path, partAt } from "../../server/model/keys.ts";

const names = (kind: Kind, path: Path) => keysAt(kind, path).map(({ key }) => key);

describe("table of keys", () => {
  it("lists the keys of a place in the order of the reference", () => {
    assert.deepEqual(names("instrument", []).slice(-7), ["responses", "sections", "scores", "recodes", "tables", "effects", "tests"]);
    assert.deepEqual(names("instrument", ["scores", "total", "round"]), ["to", "mode"]);
    assert.deepEqual(names("delphi", ["stop", "any", 0, "all", 1]), ["any", "all", "rounds", "all_items"]);
    assert.deepEqual(names("study", ["sampling", "s", "vary_by", 0]), ["score", "item", "cut"]);
  });

  it("finds its way through ids, nested sections and inline responses", () => {
    const options = ["label", "score", "missing", "exclusive", "when", "other", "fixed", "preselected"];
    assert.deepEqual(names("instrument", ["responses", "agree5", "options", "99"]), options);
    assert.deepEqual(names("instrument", ["sections", "a", "sections", "b", "items", "c", "response", "options", 1]), options);
    assert.deepEqual(names("instrument", ["scores", "total", "items", 0]), ["item", "items", "weight", "recode", "reverse"]);
    assert.deepEqual(names("library", ["statements", "a", "items", "d01", "decided"]), ["after", "as"]);
  });

  it("knows no keys where the author chooses them, and says what they choose", () => {
    assert.deepEqual(names("instrument", ["scores"]), []);
    assert.equal(entryKeyAt("instrument", ["scores"])?.id, "name");
    assert.equal(entryKeyAt("instrument", ["responses", "agree5", "options"])?.kind, "code");
    assert.deepEqual(entryKeyAt("instrument", ["tests", "one", "answers"])?.references, ["item", "span"]);
    assert.equal(entryKeyAt("instrument", ["scores", "total"]), undefined);
  });

  it("joins the ways in which a place may be written", () => {
    const response = describeKey("instrument", ["sections", "a", "items", "b", "response"]);
    assert.deepEqual([response?.kinds, response?.references], [["name", "map"], ["response"]]);
    assert.deepEqual(names("instrument", ["scores", "a", "bands"]), ["by"]);
    assert.deepEqual(names("instrument", ["tables", "a"]), ["by", "value", "file", "source"]);
  });

  it("describes a key, and an entry by what it is", () => {
    const method = describeKey("instrument", ["scores", "total", "method"]);
    assert.deepEqual(
      method?.words.map(({ word }) => word),
      ["sum", "mean", "min", "max", "product"],
    );
    assert.equal(describeKey("instrument", ["scores", "total"])?.title, "Score");
    assert.equal(describeKey("instrument", ["scores", "total", "round", "mode"])?.required, true);
    assert.equal(describeKey("instrument", ["sections", "a", "layout"])?.default, "list");
    assert.deepEqual(describeKey("instrument", ["sections", "a", "when"])?.kinds, ["formula"]);
    assert.deepEqual(describeKey("instrument", ["scores", "a", "round"])?.examples, ["{to: 1, mode: half_up}"]);
    assert.deepEqual(describeKey("instrument", ["recodes"])?.examples, ["{limited3: {1: 0, 2: 50, 3: 100}}"]);
    assert.equal(describeKey("instrument", ["scores", "total", "unheard_of"]), undefined);
    assert.equal(describeKey("instrument", ["sections", "a", "items", "b", "tex"]), undefined);
    assert.equal(describeKey("instrument", ["sections", "a", "items", "b", "cy"])?.title, "Text in this language");
    assert.equal(describeKey("instrument", []), undefined);
  });

  it("says which places are checked on their own", () => {
    const part = (kind: Kind, ...path: (string | number)[]) => partAt(kind, path);
    assert.equal(part("instrument", "sections", "a", "sections", "b"), "section");
    assert.equal(part("instrument", "sections", "a", "sections", "b", "items", "c"), "item");
    assert.equal(part("instrument", "sections", "a", "response"), undefined);
    assert.equal(part("delphi", "panel", "groups", "g"), "panel_group");
    assert.equal(part("delphi", "rounds", "1"), "round");
    assert.equal(part("delphi", "rounds", 1), "round");
    assert.equal(part("guide", "topics", "t", "questions", "q"), "question");
    assert.equal(part("translation", "statements", "g", "items", "d01"), "translated_statement");
    assert.equal(part("instrument", "x-own", "a"), undefined);
  });
});
