import assert from "node:assert/strict";
import { dirname, join } from "node:path/posix";
import type { Host } from "../../server/analysis/analysis.ts";
import { Engine } from "../../server/analysis/engine.ts";

describe("import cycles", () => {
  it("name the whole circle, in its files and in those that lead into it", () => {
    const files = new Map([
      ["lib/b.library.yaml", library("b", "c.library.yaml")],
      ["lib/c.library.yaml", library("c", "../d.library.yaml")],
      ["d.library.yaml", library("d", "lib/b.library.yaml")],
      ["a.library.yaml", library("a", "lib/b.library.yaml")],
    ]);
    assert.deepEqual(cycles(files, "lib/b.library.yaml"), [
      '"c.library.yaml" leads back to this file: lib/b.library.yaml -> lib/c.library.yaml -> d.library.yaml -> lib/b.library.yaml',
    ]);
    assert.deepEqual(cycles(files, "d.library.yaml"), [
      '"lib/b.library.yaml" leads back to this file: d.library.yaml -> lib/b.library.yaml -> lib/c.library.yaml -> d.library.yaml',
    ]);
    const into = "lib/b.library.yaml -> lib/c.library.yaml -> d.library.yaml -> lib/b.library.yaml";
    assert.deepEqual(cycles(files, "a.library.yaml"), [
      `"lib/b.library.yaml" cannot be read: it leads to files that read each other in a circle: ${into}`,
    ]);
  });

  it("are named once in a file that leads into them in several ways, and shortly where a file imports itself", () => {
    const files = new Map([
      ["a.library.yaml", library("a", "b.library.yaml")],
      ["b.library.yaml", library("b", "a.library.yaml")],
      ["c.library.yaml", library("c", "b.library.yaml")],
      ["w.instrument.yaml", "instrument: w\nuse: {one: c.library.yaml, two: a.library.yaml, three: b.library.yaml}\n"],
      ["s.library.yaml", library("s", "s.library.yaml")],
    ]);
    assert.deepEqual(cycles(files, "w.instrument.yaml"), [
      '"c.library.yaml" cannot be read: it leads to files that read each other in a circle: b.library.yaml -> a.library.yaml -> b.library.yaml',
    ]);
    assert.deepEqual(cycles(files, "s.library.yaml"), ['"s.library.yaml" is this file itself']);
  });

  it("are named by what people call the files where an editor names them by URIs", () => {
    const files = new Map([
      ["file:///my%20work/a.library.yaml", library("a", "b.library.yaml")],
      ["file:///my%20work/b.library.yaml", library("b", "a.library.yaml")],
    ]);
    assert.deepEqual(cycles(files, "file:///my%20work/a.library.yaml"), [
      '"b.library.yaml" leads back to this file: a.library.yaml -> b.library.yaml -> a.library.yaml',
    ]);
  });

  it("are gone when a file that is imported by an imported one is mended", () => {
    const files = new Map([
      ["a.library.yaml", library("a", "b.library.yaml")],
      ["b.library.yaml", library("b", "a.library.yaml")],
      ["w.instrument.yaml", "instrument: w\nuse: {one: a.library.yaml}\n"],
    ]);
    const engine = new Engine(files.get("w.instrument.yaml") ?? "", hostOf(files, "w.instrument.yaml"));
    const codes = () => engine.analysis.problems.map(({ code }) => code).filter((code) => code === "import-cycle");
    assert.deepEqual(codes(), ["import-cycle"]);
    files.set("b.library.yaml", "library: b\n");
    engine.refresh();
    assert.deepEqual(codes(), []);
    files.set("b.library.yaml", library("b", "a.library.yaml"));
    engine.refresh();
    assert.deepEqual(codes(), ["import-cycle"]);
  });
});

const library = (id: string, path: string) => `library: ${id}\nuse: {next: ${path}}\n`;

function cycles(files: ReadonlyMap<string, string>, name: string): readonly string[] {
  const { problems } = new Engine(files.get(name) ?? "", hostOf(files, name)).analysis;
  return problems.flatMap(({ code, message }) => (code === "import-cycle" ? [message] : []));
}

function hostOf(files: ReadonlyMap<string, string>, own: string): Host {
  const at = (path: string) => join(dirname(own), path).replace(/^file:\/+/, "file:///");
  return {
    own,
    read: (path) => files.get(at(path)),
    nameOf: at,
    isOutside: (path) => at(path).startsWith(".."),
    beside: (path) => hostOf(files, at(path)),
  };
}
