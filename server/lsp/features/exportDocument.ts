import { VERSION } from "../../cli/version.ts";
import type { renderDocumentHtml } from "../../document/render/html.ts";
import { viewOf } from "../../features/preview.ts";
import { compiledWithNorms } from "../../features/scoringTests.ts";
import { languageTags } from "../../preview/languages.ts";
import { wholeText } from "../../syntax/segmentedText.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { type ExportParams, type ExportResult, requests } from "../requests.ts";
import { type TranslationBeside, translationsBeside } from "../translationsBeside.ts";
import { readCells } from "./scoringTests.ts";

/** A document to print or to file: the same as on the command line. */
export const exportDocument: LspFeature = {
  capabilities: {},
  register: (connection, { later, workspace }) => [
    connection.onRequest(requests.export, ({ uri, kind, format, language }: ExportParams) =>
      later<ExportResult>("export", null, async () => {
        const document = await workspace.get(uri);
        // What writes documents is not a part of what is started.
        const [{ KINDS, kindsOf, sheetOf }, { renderDocumentHtml }, { renderMarkdown }] = await Promise.all([
          import("../../document/sheet.ts"),
          import("../../document/render/html.ts"),
          import("../../document/render/markdown.ts"),
        ]);
        const wanted = KINDS.find((one) => one === kind);
        if (document === undefined || wanted === undefined || !isPrinted(document.analysis)) return null;
        const { analysis } = document;
        if (!kindsOf(analysis).includes(wanted)) return null;
        const translations = await translationsBeside(document, workspace);
        const shown = translations.filter(({ words }) => words.language === language);
        const view = viewOf(analysis, { language, translations: translations.map(({ words }) => words) });
        const compiled = analysis.kind === "instrument" ? compiledWithNorms(analysis, await readCells(workspace, document)) : undefined;
        const sheet = sheetOf(wanted, {
          view,
          compiled,
          codes: false,
          provenance: { files: await filesOf(document, shown), tool: VERSION },
        });
        return {
          text: format === "md" ? renderMarkdown(sheet) : await html(renderDocumentHtml, sheet),
          languages: languageTags(view.instrument),
          faulty: wanted === "questionnaire" ? [] : [...(compiled?.faulty.keys() ?? [])],
          remarks: sheet.remarks,
        };
      }),
    ),
  ],
};

const isPrinted = ({ kind }: OpenDocument["analysis"]): boolean =>
  kind === "instrument" || kind === "delphi" || kind === "guide" || kind === "study";

/** The document, the libraries and other documents that it uses, and the translation that is shown, with the hash of each text. */
function filesOf({ uri, analysis }: OpenDocument, translations: readonly TranslationBeside[]): Promise<{ file: string; sha256: string }[]> {
  const texts = [
    { file: decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1)), text: wholeText(analysis.text) },
    ...analysis.libraries.map((library) => ({ file: library.path, text: wholeText(library.analysis.text) })),
    ...[...analysis.joined].map(([file, joined]) => ({ file, text: wholeText(joined.text) })),
    ...translations,
  ];
  return Promise.all(texts.map(async ({ file, text }) => ({ file, sha256: hex(await sha256(text)) })));
}

/** The page names the hashes of what it may run and show; a browser works them out only later, so the page is made once to know its parts. */
async function html(render: typeof renderDocumentHtml, sheet: Parameters<typeof renderDocumentHtml>[0]): Promise<string> {
  const parts = new Set<string>();
  render(sheet, (text) => {
    parts.add(text);
    return "";
  });
  const hashes = new Map<string, string>();
  for (const part of parts) hashes.set(part, btoa(String.fromCharCode(...(await sha256(part)))));
  return render(sheet, (text) => hashes.get(text) ?? "");
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
