import { besideUri } from "../features/besideUri.ts";
import { type Thing, thingAt, thingNamed } from "../features/things.ts";
import { isWholeKind } from "../features/wholeThings.ts";
import type { OpenDocument } from "./documents.ts";
import type { Workspace } from "./workspace.ts";

/** A thing in the document that defines it, with the documents of the workspace that may name it. */
export interface WorkspaceThing {
  readonly thing: Thing;
  readonly home: OpenDocument;
  readonly documents: readonly OpenDocument[];
}

/** What stands at an offset, found in its own document. */
export async function workspaceThing(workspace: Workspace, asked: OpenDocument, offset: number): Promise<WorkspaceThing | undefined> {
  const pointed = thingAt(asked.analysis, offset, true);
  return pointed && findIn(workspace, asked, pointed.thing);
}

export async function findIn(workspace: Workspace, asked: OpenDocument, thing: Thing): Promise<WorkspaceThing | undefined> {
  const home = thing.path === undefined ? asked : await workspace.get(besideUri(asked.uri, thing.path));
  const own = home && thing.path !== undefined ? inHome(home, thing) : thing;
  if (!home || !own) return undefined;
  if (isAlone(thing)) return { thing: own, home, documents: [home] };
  const file = decodeURIComponent(home.uri.split("/").at(-1) ?? "");
  const documents = await workspace.documents((text) => text.includes(thing.id) || (file !== "" && text.includes(file)));
  return { thing: own, home, documents };
}

function inHome({ analysis }: OpenDocument, { kind, id }: Thing): Thing | undefined {
  return kind === "alias" || kind === "test" || kind === "effect" || isWholeKind(kind) ? undefined : thingNamed(analysis, kind, id);
}

/** Whether no other document can name it. */
const isAlone = ({ kind }: Thing) => kind === "alias" || kind === "test" || kind === "effect" || isWholeKind(kind);
