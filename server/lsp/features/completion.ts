import type { CompletionItem, CompletionList } from "vscode-languageserver";
import { type Completion, completionsAt, wantsPath } from "../../features/completion.ts";
import { describeNamed } from "../../features/hover.ts";
import { relativePath } from "../../features/workspace/movedFiles.ts";
import { sliceText } from "../../syntax/segmentedText.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";
import { CompletionItemKind, InsertTextFormat } from "../protocol.ts";

const KINDS: Record<Completion["kind"], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  item: CompletionItemKind.Field,
  score: CompletionItemKind.Function,
  response: CompletionItemKind.Enum,
  name: CompletionItemKind.Reference,
  function: CompletionItemKind.Method,
  file: CompletionItemKind.File,
  "kind of document": CompletionItemKind.File,
};

/** Of more than these only those that fit what is typed are sent, and the editor asks again with the next letter. */
const MOST = 300;

/** What a name is described by when it is looked at. */
interface CompletionData {
  readonly uri: string;
  readonly target: "item or score" | "response";
  readonly id: string;
}

export const completion: LspFeature = {
  capabilities: { completionProvider: { triggerCharacters: [" ", "[", "{", ",", "(", ".", '"', "/"], resolveProvider: true } },
  register: (connection, { withDocument, withPlace, later, workspace }) => [
    connection.onCompletion(({ textDocument: { uri }, position }) => {
      const answer = (document: OpenDocument, files: readonly string[]) =>
        complete(document, offsetAt(document.analysis.text, position), files);
      return withPlace<CompletionList | CompletionItem[]>("completion", uri, [], (document) => {
        const alone = answer(document, []);
        if (!wantsPath(document.analysis, offsetAt(document.analysis.text, position))) return alone;
        return later("completion", alone, async () => {
          const files = (await workspace.files()).filter((file) => file !== uri).map((file) => relativePath(uri, file));
          return withDocument<CompletionList | CompletionItem[]>("completion", uri, [], (now) => answer(now, files));
        });
      });
    }),
    connection.onCompletionResolve((item) => {
      const data = item.data as CompletionData | undefined;
      if (!data) return item;
      return withDocument<CompletionItem>("completion", data.uri, item, ({ analysis }) => {
        const value = describeNamed(analysis, data.target, data.id);
        return value === undefined ? item : { ...item, documentation: { kind: "markdown", value } };
      });
    }),
  ],
};

function complete({ uri, analysis }: OpenDocument, offset: number, files: readonly string[]): CompletionList | CompletionItem[] {
  const all = completionsAt(analysis, offset, files);
  const found = all.length > MOST ? fitting(all, offset, (range) => sliceText(analysis.text, range)) : all;
  const items = found.map((one, i) => itemOf(uri, analysis, one, i));
  return all.length > MOST ? { isIncomplete: true, items } : items;
}

/** Those that begin with what is typed, then those that hold it. */
function fitting(all: readonly Completion[], offset: number, text: (range: Completion["range"]) => string): readonly Completion[] {
  const begin: Completion[] = [];
  const hold: Completion[] = [];
  let start = -1;
  let typed = "";
  for (const one of all) {
    if (one.range.start !== start) {
      start = one.range.start;
      typed = text({ start, end: Math.max(start, offset) }).toLowerCase();
    }
    const label = one.label.toLowerCase();
    if (label.startsWith(typed)) begin.push(one);
    else if (hold.length < MOST && label.includes(typed)) hold.push(one);
    if (begin.length >= MOST) break;
  }
  return [...begin, ...hold].slice(0, MOST);
}

function itemOf(uri: string, { text }: OpenDocument["analysis"], one: Completion, place: number): CompletionItem {
  const target = one.kind === "response" ? "response" : one.kind === "item" || one.kind === "score" ? "item or score" : undefined;
  const command = one.kind === "function" ? HINTS : one.again ? SUGGEST : undefined;
  return {
    label: one.label,
    kind: KINDS[one.kind],
    ...(one.detail ? { labelDetails: { description: one.detail.length > 60 ? `${one.detail.slice(0, 59)}…` : one.detail } } : {}),
    ...(one.documentation ? { documentation: { kind: "markdown", value: one.documentation } } : {}),
    sortText: String(place).padStart(5, "0"),
    insertTextFormat: one.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toLines(text, one.range), newText: one.newText },
    ...(command ? { command } : {}),
    ...(target ? { data: { uri, target, id: one.label } satisfies CompletionData } : {}),
  };
}

const SUGGEST = { command: "editor.action.triggerSuggest", title: "Suggest" };
const HINTS = { command: "editor.action.triggerParameterHints", title: "Show parameters" };
