import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Analysis } from "../../analysis/analysis.ts";
import { Engine } from "../../analysis/engine.ts";
import { translationWords } from "../../features/translationWords.ts";
import type { Words } from "../../translation/withTranslations.ts";
import { hostOf, type ReadDocument } from "../check/read-documents.ts";
import { decode } from "../files/decode.ts";
import { readFile } from "../files/read-file.ts";

/** A translation of a document, found in the folder that the document is in. */
export interface TranslationBeside {
  readonly file: string;
  readonly text: string;
  readonly words: Words;
}

/** The translations of a document, in the order of their names. */
export function translationsBeside(document: ReadDocument, analysis: Analysis, cwd: string): readonly TranslationBeside[] {
  const { absolute } = document;
  if (absolute === undefined) return [];
  const folder = dirname(absolute);
  return namesIn(folder).flatMap((name): readonly TranslationBeside[] => {
    const file = join(folder, name);
    const read = readFile(file, name);
    const decoded = "failed" in read ? undefined : decode(read.bytes);
    if (decoded === undefined || !("text" in decoded) || !decoded.text.includes(basename(absolute))) return [];
    const beside: ReadDocument = { file: name, absolute: file, text: decoded.text, byteOrderMark: false, unreadable: undefined };
    const translation = new Engine(decoded.text, hostOf(beside, cwd)).analysis;
    const [of] = translation.joined.keys();
    const words = of !== undefined && resolve(folder, of) === absolute ? translationWords(analysis, translation) : undefined;
    return words === undefined ? [] : [{ file: name, text: decoded.text, words }];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.translation\.ya?ml$/.test(name))
      .sort();
  } catch {
    // A document given by its content alone stands in no folder.
    return [];
  }
}
