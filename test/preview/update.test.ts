import assert from "node:assert/strict";
import fc from "fast-check";
import { type Piece, piecesOf } from "../../client/media/pieces.ts";
import { applied, readPlaces } from "../../client/pageUpdate.ts";
import { changeOf, pageChanges, withoutPlaces } from "../../server/lsp/pageChange.ts";
import { renderBody } from "../../server/preview/body.ts";
import { modesOf } from "../../server/preview/modes.ts";
import { ATTACKS } from "./hostile.ts";
import { everyDocument, viewsOf } from "./otherDocuments.ts";
import { fullView } from "./views.ts";

describe("what is sent to the page of a preview", () => {
  it("makes the new text of the old one, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "<", "😀", "\ud83d", "é") });
    fc.assert(fc.property(text, text, (before, after) => assert.equal(applied(before, changeOf(before, after)), after)));
  });

  it("is little where little has changed", () => {
    const [before, after] = [`${"a".repeat(5000)}x${"b".repeat(5000)}`, `${"a".repeat(5000)}xy${"b".repeat(5000)}`];
    assert.deepEqual(changeOf(before, after), { head: 5001, middle: "y", tail: 5000 });
    // An emoji whose second half alone differs is sent whole.
    assert.deepEqual(changeOf("a😀b", "a😁b"), { head: 1, middle: "😁", tail: 1 });
    // One beside what differs is left alone.
    assert.deepEqual(changeOf("😀a😀", "😀b😀"), { head: 2, middle: "b", tail: 2 });
  });

  it("goes on from what the page shows, and is whole where it shows something else or is not known", () => {
    const change = pageChanges();
    const [first, second] = ['<p data-start="1" data-end="2">a word</p>', '<p data-start="2" data-end="3">a world</p>'];
    const whole = { html: { head: 0, middle: "<p data-at>a word</p>", tail: 0 }, places: { head: 0, middle: "1 1", tail: 0 } };
    assert.deepEqual(change(first, { id: "one", shows: 0 }), { ...whole, number: 1 });
    assert.deepEqual(change(first, { id: "two", shows: 0 }), { ...whole, number: 2 });
    const differs = { html: { head: 16, middle: "l", tail: 5 }, places: { head: 0, middle: "2", tail: 2 } };
    assert.deepEqual(change(second, { id: "one", shows: 1 }), { ...differs, number: 3 });
    // The answer did not reach the page, the page has begun anew, or nobody has said what it shows.
    assert.deepEqual(change(first, { id: "one", shows: 1 }), { ...whole, number: 4 });
    assert.deepEqual(change(first, { id: "one", shows: 0 }), { ...whole, number: 5 });
    assert.deepEqual(change(first, undefined), { ...whole, number: 6 });
    assert.deepEqual(change(first, { id: "elsewhere", shows: 5 }), { ...whole, number: 7 });
    assert.deepEqual(change(second, { id: "two", shows: 2 }), { ...differs, number: 8 });
  });

  it("forgets the page that has asked for nothing the longest", () => {
    const change = pageChanges();
    const pages = Array.from({ length: 13 }, (_, index) => ({
      id: `page ${index}`,
      shows: change("<p>1</p>", { id: `page ${index}`, shows: 0 }).number,
    }));
    const sent = pages.map((page) => change("<p>1</p>", page).html.middle);
    // Each that is whole takes the place of the next.
    assert.deepEqual(new Set(sent), new Set(["<p>1</p>"]));
    const kept = change("<p>2</p>", { id: "page 12", shows: 26 });
    assert.deepEqual(kept.html, { head: 3, middle: "2", tail: 4 });
  });

  it("tells places by themselves, in the order of their elements", () => {
    const { html, places } = withoutPlaces(
      '<p data-start="5" data-end="9"><b data-start="2" data-end="2">data-start=&quot;1&quot;</b></p>',
    );
    assert.equal(html, "<p data-at><b data-at>data-start=&quot;1&quot;</b></p>");
    assert.deepEqual(readPlaces(places), [
      { start: 5, end: 9 },
      { start: 2, end: 2 },
    ]);
    assert.deepEqual(readPlaces(withoutPlaces("<p>").places), []);
  });
});

describe("the elements of a page in its markup", () => {
  it("are found in every mode of every kind of document, also where texts are hostile", () => {
    for (const say of [undefined, ...ATTACKS.map((attack) => () => attack)])
      for (const view of [fullView(), ...viewsOf(everyDocument(say)).values()])
        for (const mode of modesOf(view)) {
          const html = renderBody(view, mode);
          const root = piecesOf(html);
          assert.ok(root !== undefined, mode);
          const count = (piece: Piece): number => piece.children.reduce((sum, child) => sum + 1 + count(child), 0);
          assert.equal(count(root), [...html.matchAll(/<[a-z]/g)].length, mode);
        }
  });

  it("are not made up where markup does not close", () => {
    assert.equal(piecesOf("<p><b></p></b>"), undefined);
    assert.equal(piecesOf("<p>"), undefined);
    assert.equal(piecesOf("</p>"), undefined);
  });
});
