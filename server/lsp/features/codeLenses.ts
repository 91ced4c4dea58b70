import type { CodeLens, Command, Location } from "vscode-languageserver";
import { type CodeLens as Lens, codeLenses as lensesOf, resolveLens, usedTimes } from "../../features/codeLenses.ts";
import { ownRange, type Thing, thingNamed } from "../../features/things.ts";
import { workspaceOccurrences } from "../../features/workspace/occurrences.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { locationOf } from "../locations.ts";
import { positionAt, toLines } from "../positions.ts";
import type { Workspace } from "../workspace.ts";
import { findIn } from "../workspaceThing.ts";

/** What a lens is asked for again when it comes into view. */
interface LensData extends Omit<Lens, "range"> {
  readonly uri: string;
}

/** Lines above definitions that open the preview, run tests and lead to where a thing is used. */
export const codeLenses: LspFeature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register: (connection, { withDocument, later, workspace, settings }) => [
    connection.onCodeLens(({ textDocument: { uri } }) =>
      withDocument("code lenses", uri, null, ({ analysis }) =>
        lensesOf(analysis, settings().lenses).map(
          ({ range, ...about }): CodeLens => ({ range: toLines(analysis.text, range), data: { ...about, uri } satisfies LensData }),
        ),
      ),
    ),
    connection.onCodeLensResolve((lens) =>
      later<CodeLens>("code lens", lens, async () => {
        const data = lens.data as LensData;
        const document = await workspace.get(data.uri);
        const command = document && (await commandOf(workspace, document, data));
        // A lens without a command would be shown as one that is still being worked out.
        return { ...lens, command: command ?? { title: "", command: "" } };
      }),
    ),
  ],
};

async function commandOf(workspace: Workspace, document: OpenDocument, lens: LensData): Promise<Command | undefined> {
  const { uri, analysis } = document;
  const resolved = resolveLens(analysis, lens);
  if (!resolved) return undefined;
  const { title } = resolved;
  if (lens.kind === "preview") return { title, command: "scalewright.openPreview", arguments: [uri] };
  if (lens.kind === "tests")
    return { title, command: "scalewright.runScoringTests", arguments: lens.id === undefined ? [uri] : [uri, lens.id] };
  const thing = thingNamed(analysis, lens.of ?? "item or score", lens.id ?? "");
  const at = thing && ownRange(thing);
  if (!thing || !at) return undefined;
  const own = resolved.places.map((place) => locationOf(document, place));
  const locations = lens.kind === "uses" && analysis.kind === "library" ? await usesInWorkspace(workspace, document, thing) : own;
  return {
    title: lens.kind === "uses" ? usedTimes(locations.length) : title,
    command: locations.length > 0 ? "scalewright.showReferences" : "",
    arguments: [uri, positionAt(analysis.text, at.start), locations],
  };
}

/** What a library defines is used in other documents. */
async function usesInWorkspace(workspace: Workspace, document: OpenDocument, thing: Thing): Promise<readonly Location[]> {
  const found = await findIn(workspace, document, thing);
  return found ? workspaceOccurrences(found.thing, found.home, found.documents).uses.map((use) => locationOf(use.document, use.range)) : [];
}
