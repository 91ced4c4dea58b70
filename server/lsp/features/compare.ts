import { besideUri } from "../../features/besideUri.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { type CompareParams, type CompareResult, requests } from "../requests.ts";
import type { Workspace } from "../workspace.ts";

/** Two versions of a document, compared by what they mean, for reading. */
export const compare: LspFeature = {
  capabilities: {},
  register: (connection, { later, workspace }) => [
    connection.onRequest(requests.compare, ({ old, now }: CompareParams) =>
      later<CompareResult>("compare", null, async () => {
        const [before, after] = [await workspace.get(old), await workspace.get(now)];
        if (!before || !after) return null;
        const [{ diffDocuments }, { versionProblems }, { printDiffMarkdown }] = await Promise.all([
          import("../../diff/diff.ts"),
          import("../../diff/versionProblems.ts"),
          import("../../cli/diff/print-diff-markdown.ts"),
        ]);
        const beside = { old: await tablesOf(workspace, before), now: await tablesOf(workspace, after) };
        const diff = diffDocuments(before.analysis, after.analysis, beside);
        const file = decodeURI(now.slice(now.lastIndexOf("/") + 1));
        return { markdown: printDiffMarkdown([{ now: { file }, diff, problems: versionProblems(diff, after.analysis) }]) };
      }),
    ),
  ],
};

/** The files that tables of norms stand in, by their path from the document. */
async function tablesOf(workspace: Workspace, { uri, analysis }: OpenDocument): Promise<(path: string) => string | undefined> {
  const texts = new Map<string, string | undefined>();
  for (const { file } of analysis.instrument.tables.values()) {
    if (file !== undefined) texts.set(file, await workspace.read(besideUri(uri, file)));
  }
  return (path) => texts.get(path);
}
