import { keepTest as keep, proposeTest } from "../../features/keepTest.ts";
import type { LspFeature } from "../feature.ts";
import { toLines } from "../positions.ts";
import { type KeepTestParams, type KeepTestResult, requests } from "../requests.ts";

/** Answers that were tried out in the preview become a scoring test. */
export const keepTest: LspFeature = {
  capabilities: {},
  register: (connection, { withDocument }) => [
    connection.onRequest<KeepTestResult, void>(
      requests.keepTest,
      ({ uri, filled, name, expect }: KeepTestParams): KeepTestResult | Promise<KeepTestResult> =>
        withDocument<KeepTestResult>(
          "keep as a test",
          uri,
          { kind: "wrong", message: "the document cannot be read" },
          ({ analysis, version }) => {
            const answers = new Map(Object.entries(filled));
            if (name === undefined) {
              const proposed = proposeTest(analysis, answers);
              return proposed === undefined
                ? { kind: "wrong", message: "there is nothing to keep yet: answers and a score are needed" }
                : { kind: "proposed", ...proposed };
            }
            const kept = keep(analysis, answers, name, expect ?? "");
            if ("wrong" in kept) return { kind: "wrong", message: kept.wrong };
            return {
              kind: "edits",
              version,
              edits: kept.edits.map(({ range, newText }) => ({ range: toLines(analysis.text, range), newText })),
            };
          },
        ),
    ),
  ],
};
