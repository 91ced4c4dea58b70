import { besideUri, sameUri } from "../features/besideUri.ts";
import { translationWords } from "../features/translationWords.ts";
import { wholeText } from "../syntax/segmentedText.ts";
import type { Words } from "../translation/withTranslations.ts";
import type { OpenDocument } from "./documents.ts";
import type { Workspace } from "./workspace.ts";

/** The words of a translation, and the file that they are from. */
export interface TranslationBeside {
  readonly words: Words;
  readonly file: string;
  readonly text: string;
}

/** The translations of an instrument that stand in its folder, in the order of their names. */
export async function translationsBeside({ uri, analysis }: OpenDocument, workspace: Workspace): Promise<readonly TranslationBeside[]> {
  const own = decodeURIComponent(uri);
  const name = own.slice(own.lastIndexOf("/") + 1);
  const documents = await workspace.documents((text) => text.includes(name));
  return documents
    .flatMap((document): TranslationBeside[] => {
      const [of] = document.analysis.kind === "translation" ? document.analysis.joined.keys() : [];
      if (of === undefined || sameUri(besideUri(document.uri, of)) !== sameUri(uri)) return [];
      const file = decodeURIComponent(document.uri.slice(document.uri.lastIndexOf("/") + 1));
      const isBeside = decodeURIComponent(document.uri) === `${own.slice(0, -name.length)}${file}`;
      const words = isBeside ? translationWords(analysis, document.analysis) : undefined;
      return words === undefined ? [] : [{ words, file, text: wholeText(document.analysis.text) }];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
