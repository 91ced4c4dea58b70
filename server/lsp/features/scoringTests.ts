import { besideUri } from "../../features/besideUri.ts";
import { filesOfTests, type ReadCells, runScoringTests, scoringTests as testsOf, traceOfTest } from "../../features/scoringTests.ts";
import { csvCells } from "../../scoring/csvCells.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { toLines } from "../positions.ts";
import {
  type RunTestsParams,
  type RunTestsResult,
  requests,
  type TestsParams,
  type TestsResult,
  type TraceParams,
  type TraceResult,
} from "../requests.ts";
import type { Workspace } from "../workspace.ts";

/** The scoring tests of an instrument, open or not: their list, a run of them, and how the scores of one come about. */
export const scoringTests: LspFeature = {
  capabilities: {},
  register: (connection, { later, workspace }) => [
    connection.onRequest(requests.tests, ({ uri }: TestsParams) =>
      later<TestsResult>("tests", null, async () => {
        const document = await workspace.get(uri);
        return document ? testsOf(document.analysis).map(({ id, range }) => ({ id, range: toLines(document.analysis.text, range) })) : null;
      }),
    ),
    connection.onRequest(requests.runTests, ({ uri, ids }: RunTestsParams) =>
      later<RunTestsResult>("run tests", null, async () => {
        const document = await workspace.get(uri);
        if (document?.analysis.kind !== "instrument") return null;
        const lines = (range: { start: number; end: number }) => toLines(document.analysis.text, range);
        const run = runScoringTests(document.analysis, await readCells(workspace, document), ids && new Set(ids));
        return {
          tests: run.tests.map((test) => ({
            ...test,
            range: lines(test.range),
            differences: test.differences.map((difference) => ({ ...difference, range: lines(difference.range) })),
          })),
          coverage: run.coverage.map((place) => ({ ...place, range: lines(place.range) })),
        };
      }),
    ),
    connection.onRequest(requests.trace, ({ uri, id }: TraceParams) =>
      later<TraceResult>("trace", null, async () => {
        const document = await workspace.get(uri);
        const text = document && traceOfTest(document.analysis, id, await readCells(workspace, document));
        return text === undefined ? null : { text };
      }),
    ),
  ],
};

/** Reads the data files that tests may need. Those of another computer are never asked for. */
export async function readCells(workspace: Workspace, { uri, analysis }: OpenDocument): Promise<ReadCells> {
  const cells = new Map<string, ReturnType<ReadCells>>();
  for (const path of filesOfTests(analysis)) {
    const target = besideUri(uri, path);
    const text = computerOf(target) === computerOf(uri) ? await workspace.read(target) : undefined;
    const read = text === undefined ? { wrong: "there is no such file" } : csvCells(text);
    cells.set(path, "wrong" in read ? { wrong: `${path}: ${read.wrong}` } : read);
  }
  return (path) => cells.get(path) ?? { wrong: `${path}: there is no such file` };
}

const computerOf = (uri: string) => /^[^:]*:\/\/[^/]*/.exec(uri)?.[0];
