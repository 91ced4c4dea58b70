import assert from "node:assert/strict";
import type { Host } from "../../server/analysis/analysis.ts";
import { analyse, Engine } from "../../server/analysis/engine.ts";

const LINE = "# Nothing of interest stands on this line of a library that is far too long.\n";
const library = (length: number) =>
  `library: common\ntitle: Common\nresponses:\n  yn: {options: {0: No, 1: Yes}}\n${LINE.repeat(length / LINE.length)}`;
const hostOf = (text: string): Host => ({ read: (path) => (path === "common.library.yaml" ? text : undefined) });

describe("a file of more than 5 million characters", () => {
  const document =
    "instrument: a\nuse: {common: common.library.yaml}\nsections:\n  s: {items: {q: {text: Do you sleep well?, response: common.yn}}}\n";

  it("is not read where it is imported, which is said there", () => {
    const { problems } = analyse(document, hostOf(library(6_150_000)));
    const [found] = problems.filter(({ code }) => code === "import-not-found");
    assert.equal(found?.message, '"common.library.yaml" has 6.2 million characters and is not read, for at most 5 million are');
    assert.equal(document.slice(found?.range.start, found?.range.end), "common.library.yaml");
  });

  it("is not read where a guide is about it", () => {
    const guide = "guide: g\nabout: common.library.yaml\n";
    const { problems } = analyse(guide, hostOf(library(6_150_000)));
    assert.deepEqual(
      problems.filter(({ code }) => code === "import-not-found").map(({ range }) => guide.slice(range.start, range.end)),
      ["common.library.yaml"],
    );
  });

  it("is read when it has shrunk", () => {
    let text = library(6_150_000);
    const engine = new Engine(document, { read: (path) => hostOf(text).read(path) });
    assert.ok(engine.analysis.problems.some(({ code }) => code === "import-not-found"));
    text = library(10_000);
    engine.refresh();
    assert.deepEqual(
      engine.analysis.problems.filter(({ code }) => code === "import-not-found" || code === "undefined-name"),
      [],
    );
  });
});
