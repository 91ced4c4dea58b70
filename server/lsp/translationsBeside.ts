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

/** The words that a document has in other languages, each with its file, in the order of their places. */
export async function translationsBeside(document: OpenDocument, workspace: Workspace): Promise<readonly TranslationBeside[]> {
  const translations = await translationsOf(document, workspace, await translationUris(workspace));
  return translations.flatMap(({ uri, analysis }): TranslationBeside[] => {
    const words = translationWords(document.analysis, analysis);
    const file = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
    return words === undefined ? [] : [{ words, file, text: wholeText(analysis.text) }];
  });
}

/**
 * The translations of a document, wherever in the workspace they stand and whatever they are called before `.translation.yaml`: which document
 * they are of is said by `of`.
 */
export async function translationsOf(
  { uri, analysis }: OpenDocument,
  workspace: Workspace,
  listed: readonly string[],
): Promise<readonly OpenDocument[]> {
  const uris = new Set([...listed, ...usualUris(uri, analysis.instrument.metadata.languages)]);
  const documents = await Promise.all([...uris].sort().map((one) => workspace.get(one)));
  return documents.flatMap((document) => {
    const [of] = document?.analysis.kind === "translation" ? document.analysis.joined.keys() : [];
    return document !== undefined && of !== undefined && sameUri(besideUri(document.uri, of)) === sameUri(uri) ? [document] : [];
  });
}

/** The files of the workspace that are translations by their names. */
export async function translationUris(workspace: Workspace): Promise<readonly string[]> {
  return (await workspace.files()).filter((uri) => /\.translation\.ya?ml$/.test(uri));
}

/** Where no folder is open, nothing is listed: a translation with the usual name is found all the same. */
function usualUris(uri: string, languages: readonly string[]): readonly string[] {
  const name = uri.replace(/(?:\.(?:instrument|delphi|guide|study))?\.ya?ml$/, "");
  return languages.map((tag) => `${name}.${tag}.translation.yaml`);
}
