import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Analysis, Host } from "../../server/analysis/analysis.ts";
import { analyse, Engine } from "../../server/analysis/engine.ts";
import { wholeText } from "../../server/syntax/segmentedText.ts";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const sample = (name: string) => readFileSync(`${SAMPLES}${name}`, "utf8");
const beside: Host = { read: (path) => (/^[\w.-]+$/.test(path) && existsSync(`${SAMPLES}${path}`) ? sample(path) : undefined) };
const found = ({ problems }: Analysis) => problems.map(({ code, message, range }) => `${range.start}-${range.end} ${code}: ${message}`);

describe("documents that join others", () => {
  const PIECES = ["", "x", " ", "{", "}", "nothing", "self_efficacy", "\n", ": ", "- ", "[recontact]", "kind: opening"];
  for (const name of ["link-worker-interviews.guide.yaml", "link-worker-retention.study.yaml", "new-starters.study.yaml"])
    it(`find after edits what they find when read afresh: ${name}`, () => {
      const text = sample(name);
      const edit = fc.record({ at: fc.nat(text.length - 1), length: fc.nat(12), piece: fc.constantFrom(...PIECES) });
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
          const engine = new Engine(text, beside);
          for (const { at, length, piece } of edits) {
            const end = wholeText(engine.text).length;
            engine.edit({ start: Math.min(at, end), end: Math.min(at + length, end) }, piece);
          }
          assert.deepEqual(found(engine.analysis), found(analyse(wholeText(engine.text), beside)));
        }),
        { numRuns: 40 },
      );
    });

  it("look again when a document that they join has changed", () => {
    let survey = sample("link-worker-retention.instrument.yaml");
    const host: Host = { read: (path) => (path === "link-worker-retention.instrument.yaml" ? survey : beside.read(path)) };
    const engine = new Engine(sample("link-worker-interviews.guide.yaml"), host);
    assert.deepEqual(engine.analysis.problems, []);
    survey = survey.replaceAll("self_efficacy", "confidence_score");
    engine.refresh();
    assert.deepEqual([...new Set(engine.analysis.problems.map(({ code }) => code))].sort(), ["construct-not-covered", "covers-unknown"]);
  });

  it("say what cannot be joined, at the path", () => {
    const codes = (documents: string) => analyse(`study: s\ndocuments: ${documents}\n`, beside).problems.map(({ code }) => code);
    assert.ok(codes("{a: nothing.instrument.yaml}").includes("import-not-found"));
    const outside = analyse("study: s\ndocuments: {a: ../b.instrument.yaml}\n", { ...beside, isOutside: (path) => path.startsWith("..") });
    assert.ok(outside.problems.some(({ code }) => code === "import-outside-workspace"));
    const own = "study: s\ndocuments: {a: s.study.yaml}\n";
    assert.ok(analyse(own, { read: () => own }).problems.some(({ code }) => code === "import-cycle"));
    const about = analyse("guide: g\nabout: imaging-support.guide.yaml\n", beside);
    assert.ok(about.problems.some(({ code, message }) => code === "import-not-found" && message.includes("is no instrument")));
  });
});
