import assert from "node:assert/strict";
import { type Kind, type Part, type Path, partAt } from "../../server/model/keys.ts";
import { validateKey, validatePart } from "../../server/model/schema.ts";
import { documents } from "./documents.ts";

describe("shape of correct documents", () => {
  const all = documents();
  it("is looked at in blocks and samples of every sort", () => {
    assert.equal(all.filter(({ name }) => name.includes("blocks")).length, 7);
    assert.deepEqual([...new Set(all.map(({ kind }) => kind))].sort(), ["delphi", "guide", "instrument", "study", "translation"]);
  });
  for (const { name, kind, data } of all) {
    it(`is right as a whole: ${name}`, () => {
      assert.deepEqual(validatePart(kind, data), []);
    });
    it(`is right part by part: ${name}`, () => {
      const parts = partsOf(kind, data);
      assert.ok(parts.length > 0);
      for (const { path, part, value } of parts) {
        assert.deepEqual(validatePart(part, value), [], path.join("/"));
        assert.equal(validateKey(kind, path), undefined, path.join("/"));
      }
      assert.deepEqual(validatePart(kind, emptied(kind, data)), []);
    });
  }
});

interface Found {
  readonly path: Path;
  readonly part: Part;
  readonly value: unknown;
}

/** Everything in a document that is checked on its own. */
function partsOf(kind: Kind, value: unknown, path: Path = []): Found[] {
  const part = path.length === 0 ? undefined : partAt(kind, path);
  const own = part === undefined ? [] : [{ path, part, value }];
  return [...own, ...members(value).flatMap(([key, member]) => partsOf(kind, member, [...path, key]))];
}

/** A document without the named entries that are parts of their own. */
function emptied(kind: Kind, value: unknown, path: Path = []): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  const kept = members(value).filter(([key]) => partAt(kind, [...path, key]) === undefined);
  return Object.fromEntries(kept.map(([key, member]) => [key, emptied(kind, member, [...path, key])]));
}

function members(value: unknown): (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((member, index) => [index, member]);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
