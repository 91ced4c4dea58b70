import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { analyse } from "../../server/analysis/engine.ts";
import { viewOf } from "../../server/features/preview.ts";
import { renderPage } from "../../server/preview/page.ts";
import { attribute, elements, find, one, readPage, textOf } from "./reading.ts";
import { fullView } from "./views.ts";

const samples = readdirSync(new URL("../../samples/", import.meta.url)).filter((name) => name.endsWith(".instrument.yaml"));

function sample(name: string) {
  return viewOf(analyse(readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8")));
}

describe("preview: a page of its own", () => {
  it("allows its own stylesheet and nothing else", () => {
    const { root, errors } = readPage(renderPage(fullView()));
    assert.deepEqual(errors, []);
    const css = textNodes(one(root, { tag: "style" }));
    const policy = attribute(one(root, { "http-equiv": "Content-Security-Policy" }), "content");
    const hash = createHash("sha256").update(css).digest("base64");
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
  });

  it("runs nothing, loads nothing and styles nothing by attribute", () => {
    for (const page of [renderPage(fullView()), ...samples.map((name) => renderPage(sample(name)))]) {
      for (const element of elements(readPage(page).root)) {
        assert.ok(
          !["script", "img", "iframe", "object", "embed", "link", "base", "video", "audio", "use", "image"].includes(element.tagName),
          element.tagName,
        );
        for (const { name, value } of element.attrs) {
          assert.ok(!name.startsWith("on") && name !== "style" && name !== "src" && name !== "action", `${element.tagName} ${name}`);
          assert.ok(!value.endsWith("/") || name === "href", `${element.tagName} ${name}=${value}`);
          assert.ok(name !== "href" || /^(?:#|https?:\/\/)/.test(value), value);
        }
      }
    }
    const css = textNodes(one(readPage(renderPage(fullView())).root, { tag: "style" }));
    assert.doesNotMatch(css, /url\(|@import|expression\(/);
  });

  it("has every id once, and answers every link to a place in it", () => {
    for (const page of [renderPage(fullView()), ...samples.map((name) => renderPage(sample(name)))]) {
      const { root } = readPage(page);
      const ids = elements(root).flatMap((element) => attribute(element, "id") ?? []);
      assert.equal(new Set(ids).size, ids.length);
      for (const link of find(root, { tag: "a", href: true })) {
        const address = attribute(link, "href") ?? "";
        assert.ok(!address.startsWith("#") || ids.includes(address.slice(1)), address);
      }
      for (const name of ["for", "aria-labelledby", "aria-describedby"]) {
        const wanted = find(root, { [name]: true }).flatMap((element) => (attribute(element, name) ?? "").split(" "));
        assert.deepEqual(
          wanted.filter((id) => !ids.includes(id)),
          [],
        );
      }
    }
  });

  it("holds each language of the participant's part, and says nothing of places in a text", () => {
    const { root } = readPage(renderPage(fullView({ locate: () => ({ start: 1, end: 2 }) })));
    assert.deepEqual(
      find(root, { class: "participant" }).map((part) => [attribute(part, "lang"), attribute(part, "dir")]),
      [
        ["en", "ltr"],
        ["cy", "ltr"],
        ["ar", "rtl"],
      ],
    );
    const [languages] = find(root, { class: "languages" });
    assert.deepEqual(
      languages && find(languages, { tag: "a" }).map((link) => [textOf(link), attribute(link, "href"), attribute(link, "lang")]),
      [
        ["English", "#participant", "en"],
        ["Cymraeg", "#cy-participant", "cy"],
        ["العربية", "#ar-participant", "ar"],
      ],
    );
    assert.equal(find(root, { "data-start": true }).length, 0);
    const [title] = find(root, { tag: "title" });
    assert.equal(title && textOf(title), "Work and rest");
  });

  it("begins with the language that was asked for", () => {
    const { root } = readPage(renderPage(fullView({ language: "cy" })));
    assert.equal(attribute(one(root, { tag: "div", class: "first" }), "id"), "cy-participant");
    assert.match(textOf(one(root, { id: "reviewer" })), /^Gwaith a gorffwys/);
  });

  it("shows only the parts that were asked for", () => {
    const { root } = readPage(renderPage(fullView(), ["scores"]));
    assert.deepEqual(
      find(root, { class: "mode" }).map((part) => attribute(part, "id")),
      ["scores"],
    );
    assert.equal(find(root, { tag: "nav", class: "modes" }).length, 0);
  });

  for (const name of samples) {
    it(`shows every item, option and score of ${name}`, () => {
      const view = sample(name);
      const { root, errors } = readPage(renderPage(view));
      assert.deepEqual(errors, []);
      const [participant, reviewer, scores] = ["participant", "reviewer", "scores"].map((id) => textOf(one(root, { id })));
      for (const item of view.instrument.items.values()) {
        assert.ok(participant?.includes(readable(item.stem?.own ?? item.id)), `participant: ${item.id}`);
        assert.ok(reviewer?.includes(item.id), `reviewer: ${item.id}`);
      }
      for (const option of view.instrument.responses.values().flatMap((response) => [...response.options])) {
        assert.ok(participant?.includes(readable(option.label?.own ?? option.code)), option.code);
      }
      for (const score of view.instrument.scores.values()) {
        assert.ok(scores?.includes(readable(score.label?.own ?? score.id)), score.id);
      }
    });
  }

  it("is small enough to send: the link-worker sample under 60 kB with its styles", () => {
    const size = Buffer.byteLength(renderPage(sample("link-worker-retention.instrument.yaml")));
    assert.ok(size < 60_000, `${size} bytes`);
  });
});

function readable(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

function textNodes(element: ReturnType<typeof one>): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}
