import { strict as assert } from "node:assert";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { decode, hasByteOrderMark } from "../../server/cli/files/decode.ts";
import { discover, discoverNamed } from "../../server/cli/files/discover.ts";
import { abandonOutputs, openOutput, writeOutput } from "../../server/cli/files/output-file.ts";
import { globExpression } from "../../server/glob.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describe("cli: finding files", () => {
  const folder = temporaryFolder({
    "b.instrument.yaml": "",
    "a.delphi.yml": "",
    "phq9.cy.translation.yaml": "",
    "translation.yaml": "",
    ".instrument.yaml": "",
    "other.yaml": "",
    "sub/z.guide.yaml": "",
    "sub/deep/y.library.yaml": "",
    "sub/[odd].study.yaml": "",
    "node_modules/x/n.instrument.yaml": "",
    ".git/g.instrument.yaml": "",
    ".hidden/h.instrument.yaml": "",
  });
  symlinkSync("..", join(folder.path, "sub/up"));
  symlinkSync("../b.instrument.yaml", join(folder.path, "sub/linked.instrument.yaml"));
  after(() => folder.remove());

  const paths = (...words: string[]): readonly string[] => discover(words, folder.path).files.map((file) => file.path);

  it("takes the documents of a folder, sorted, without hidden folders and node_modules", () => {
    assert.deepEqual(paths("."), [
      "a.delphi.yml",
      "b.instrument.yaml",
      "phq9.cy.translation.yaml",
      "sub/[odd].study.yaml",
      "sub/deep/y.library.yaml",
      "sub/z.guide.yaml",
    ]);
  });
  it("shows paths as they were given", () => {
    assert.deepEqual(paths("./sub/"), [
      "./sub/[odd].study.yaml",
      "./sub/deep/y.library.yaml",
      "./sub/linked.instrument.yaml",
      "./sub/z.guide.yaml",
    ]);
    assert.deepEqual(paths(join(folder.path, "b.instrument.yaml")), [join(folder.path, "b.instrument.yaml")]);
  });
  it("reads a named file whatever its name", () => assert.deepEqual(paths("other.yaml"), ["other.yaml"]));
  it("reads a file once, however often it is named", () => {
    assert.deepEqual(paths("b.instrument.yaml", "./b.instrument.yaml", "sub/linked.instrument.yaml", "*.instrument.yaml"), [
      "b.instrument.yaml",
    ]);
  });
  it("expands patterns", () => {
    assert.deepEqual(paths("**/*.{guide,library}.yaml"), ["sub/deep/y.library.yaml", "sub/z.guide.yaml"]);
    assert.deepEqual(paths("./sub/*.guide.yaml"), ["./sub/z.guide.yaml"]);
    assert.deepEqual(paths(`${folder.path}/?.delphi.*`), [`${folder.path}/a.delphi.yml`]);
    assert.deepEqual(paths("nowhere/*.yaml"), []);
  });
  it("prefers a file of that very name to a pattern", () => assert.deepEqual(paths("sub/[odd].study.yaml"), ["sub/[odd].study.yaml"]));
  it("looks into a hidden folder that is named", () => assert.deepEqual(paths(".hidden"), [".hidden/h.instrument.yaml"]));
  it("says what is not there", () => {
    assert.deepEqual(discover(["gone.yaml", "other.yaml"], folder.path).missing, ['"gone.yaml" does not exist']);
  });
  it("says which pattern beside others matches nothing", () => {
    const words = ["other.yaml", "nowhere/*.yaml"];
    assert.deepEqual(discoverNamed(words, folder.path, false).missing, ['no file matches "nowhere/*.yaml"']);
    assert.deepEqual(discoverNamed(words, folder.path, true).missing, []);
    assert.deepEqual(discoverNamed(["nowhere/*.yaml"], folder.path, false).missing, []);
  });
  it("takes - for standard input", () => assert.deepEqual(paths("-", "other.yaml"), ["<stdin>", "other.yaml"]));

  it("patterns match whole paths", () => {
    const matches = (pattern: string, path: string): boolean => globExpression(pattern).test(path);
    assert.ok(matches("**/*.yaml", "a.yaml") && matches("**/*.yaml", "x/y/a.yaml") && matches("a[0-9].yaml", "a7.yaml"));
    assert.ok(matches("x/**", "x/y/z") && matches("[!a]b", "cb") && matches("a+(b).yaml", "a+(b).yaml"));
    assert.ok(!matches("*.yaml", "x/a.yaml") && !matches("a?c", "a/c") && !matches("[!a]b", "ab") && !matches("a.yaml", "aXyaml"));
  });
});

describe("cli: reading text", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    assert.deepEqual(decode(Buffer.from("é: 1")), { text: "é: 1", byteOrderMark: false });
    assert.deepEqual(decode(Buffer.from("\ufeffé: 1")), { text: "é: 1", byteOrderMark: true });
    assert.ok(hasByteOrderMark(Buffer.from("\ufeff")));
  });
  for (const [name, bytes] of [
    ["UTF-16", Buffer.from("\ufeffinstrument: a", "utf16le")],
    ["UTF-16", Buffer.from("\ufeffinstrument: a", "utf16le").swap16()],
    ["UTF-16", Buffer.from("instrument: a", "utf16le")],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ] as const) {
    it(`names ${name}`, () => assert.deepEqual(decode(bytes), { unreadable: `this file is written in ${name}; save it as UTF-8` }));
  }
  it("says where the first byte stands that is no UTF-8", () => {
    const latin1 = Buffer.concat([Buffer.from("a: 日本\nbb: "), Buffer.from([0xe9]), Buffer.from("t\u00e9")]);
    const read = decode(latin1);
    assert.ok("unreadable" in read && read.unreadable.startsWith("line 2, column 5 is not UTF-8"), JSON.stringify(read));
  });
});

describe("cli: writing files", () => {
  const folder = temporaryFolder({ "old.csv": "old", "target.csv": "old", "locked/kept.csv": "kept" });
  const at = (name: string): string => join(folder.path, name);
  symlinkSync("target.csv", at("link.csv"));
  after(() => {
    chmodSync(at("locked"), 0o755);
    folder.remove();
  });

  it("replaces a file whole, keeps its mode, leaves nothing behind", () => {
    chmodSync(at("old.csv"), 0o640);
    assert.equal(writeOutput("old.csv", folder.path, "new"), undefined);
    assert.equal(readFileSync(at("old.csv"), "utf8"), "new");
    assert.equal(statSync(at("old.csv")).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder.path).sort(), ["link.csv", "locked", "old.csv", "target.csv"]);
  });
  it("follows a link", () => {
    assert.equal(writeOutput("link.csv", folder.path, "new"), undefined);
    assert.ok(lstatSync(at("link.csv")).isSymbolicLink());
    assert.equal(readFileSync(at("target.csv"), "utf8"), "new");
  });
  it("shows nothing before it is finished, and nothing when it is abandoned", () => {
    const opened = openOutput("later.csv", folder.path);
    assert.ok("output" in opened);
    assert.equal(opened.output.write("half"), undefined);
    assert.ok(!readdirSync(folder.path).includes("later.csv"));
    abandonOutputs();
    assert.deepEqual(readdirSync(folder.path).sort(), ["link.csv", "locked", "old.csv", "target.csv"]);
  });
  it("says why it cannot write, and loses nothing", () => {
    assert.equal(writeOutput("locked", folder.path, "x"), 'cannot write "locked": it is a folder');
    assert.equal(writeOutput("nowhere/x.csv", folder.path, "x"), 'cannot write "nowhere/x.csv": its folder does not exist');
    assert.equal(
      writeOutput("old.csv/x.csv", folder.path, "x"),
      'cannot write "old.csv/x.csv": a part of the path is a file, not a folder',
    );
    if (process.platform === "linux") {
      assert.equal(writeOutput("/dev/full", folder.path, "x"), 'cannot write "/dev/full": no space is left on the device');
    }
    assert.equal(readFileSync(at("old.csv"), "utf8"), "new");
  });
  // The superuser may write anywhere.
  if (process.getuid?.() !== 0) {
    it("says so of a folder that may not be written to", () => {
      chmodSync(at("locked"), 0o555);
      assert.equal(writeOutput("locked/kept.csv", folder.path, "x"), 'cannot write "locked/kept.csv": permission denied');
      assert.equal(readFileSync(at("locked/kept.csv"), "utf8"), "kept");
    });
    it("does not replace a file that may only be read", () => {
      chmodSync(at("old.csv"), 0o444);
      assert.equal(writeOutput("old.csv", folder.path, "x"), 'cannot write "old.csv": permission denied');
      assert.equal(readFileSync(at("old.csv"), "utf8"), "new");
    });
  }
});
