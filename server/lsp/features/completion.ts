import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import { type Completion, completionsAt } from "../../features/completion.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";

const KINDS: Record<Completion["kind"], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  item: CompletionItemKind.Field,
  score: CompletionItemKind.Function,
  response: CompletionItemKind.Enum,
  name: CompletionItemKind.Reference,
  function: CompletionItemKind.Method,
  "kind of document": CompletionItemKind.File,
};

export const completion: LspFeature = {
  capabilities: { completionProvider: { triggerCharacters: [" ", "[", "{", ",", "(", ".", '"'] } },
  register: (connection, { withDocument }) => [
    connection.onCompletion(({ textDocument: { uri }, position }) =>
      withDocument("completion", uri, [], ({ analysis }) => {
        const found = completionsAt(analysis, offsetAt(analysis.text, position));
        return found.map(
          (one, i): CompletionItem => ({
            label: one.label,
            kind: KINDS[one.kind],
            ...(one.detail ? { labelDetails: { description: one.detail.length > 60 ? `${one.detail.slice(0, 59)}…` : one.detail } } : {}),
            ...(one.documentation ? { documentation: { kind: "markdown", value: one.documentation } } : {}),
            sortText: String(i).padStart(5, "0"),
            insertTextFormat: one.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
            textEdit: { range: toLines(analysis.text, one.range), newText: one.newText },
            ...(one.again ? { command: { command: "editor.action.triggerSuggest", title: "Suggest" } } : {}),
          }),
        );
      }),
    ),
  ],
};
