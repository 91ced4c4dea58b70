import type { Analysis, Host } from "../analysis/analysis.ts";
import { Engine } from "../analysis/engine.ts";
import { sameUri } from "../features/besideUri.ts";
import type { Documents, OpenDocument } from "./documents.ts";

/** Names of files that are our documents. */
export const DOCUMENT_NAME = /\.(?:instrument|delphi|guide|study|library|translation)\.ya?ml$/;

/** The documents of the folders that are worked in, open or not. */
export interface Workspace {
  /** Those whose text passes, the open ones as they stand in the editor. */
  documents(passes?: (text: string) => boolean): Promise<readonly OpenDocument[]>;
  get(uri: string): Promise<OpenDocument | undefined>;
  /** The URIs of all of them. */
  files(): Promise<readonly string[]>;
  /** The text of any file beside them. */
  read(uri: string): Promise<string | undefined>;
}

/** What a workspace is made of: the editor's documents, and files that are listed and read only when they are asked for. */
export interface WorkspaceSource {
  readonly documents: Documents;
  roots(): readonly string[];
  /** The documents of a folder and of those below it. */
  list(root: string): Promise<readonly string[]>;
  read(uri: string): Promise<string | undefined>;
  hostOf(uri: string): Host;
}

export function createWorkspace({ documents, roots, list, read, hostOf }: WorkspaceSource): Workspace {
  const closed = new Map<string, { readonly text: string; readonly engine: Engine }>();

  /** A file as it is now: read again, and analysed again only where it has changed. Its findings are not asked for. */
  const closedDocument = (uri: string, text: string): OpenDocument => {
    const known = closed.get(uri);
    const engine = known?.text === text ? known.engine : new Engine(text, hostOf(uri));
    if (known?.engine === engine && readsOthers(engine.soFar)) engine.refresh();
    closed.set(uri, { text, engine });
    return { uri, version: -1, analysis: engine.soFar };
  };
  const openAs = (uri: string): OpenDocument | undefined => {
    const found =
      documents.get(uri) ?? documents.uris().flatMap((other) => (sameUri(other) === sameUri(uri) ? (documents.get(other) ?? []) : []))[0];
    return found;
  };

  return {
    async documents(passes = () => true) {
      const open = documents.uris().flatMap((uri) => documents.get(uri) ?? []);
      const seen = new Set(open.map(({ uri }) => sameUri(uri)));
      const found: OpenDocument[] = open.filter(({ uri }) => passes(documents.textOf(uri) ?? ""));
      const listed = new Set<string>();
      for (const root of roots()) {
        for (const uri of await list(root)) {
          if (seen.has(sameUri(uri))) continue;
          seen.add(sameUri(uri));
          listed.add(uri);
          const text = await read(uri);
          if (text !== undefined && passes(text)) found.push(closedDocument(uri, text));
        }
      }
      for (const uri of closed.keys()) if (!listed.has(uri)) closed.delete(uri);
      return found;
    },
    async files() {
      const listed = await Promise.all(roots().map(list));
      return [...new Set([...documents.uris(), ...listed.flat()])].sort();
    },
    async get(uri) {
      const open = openAs(uri);
      if (open) return open;
      const text = await read(uri);
      return text === undefined ? undefined : closedDocument(uri, text);
    },
    read,
  };
}

/** Whether it imports or joins other files, which may have changed since, or may be there only now. */
function readsOthers({ kind, instrument }: Analysis): boolean {
  return kind === "guide" || kind === "study" || kind === "translation" || instrument.metadata.use.size > 0;
}
