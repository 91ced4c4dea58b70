import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Analysis } from "../../analysis/analysis.ts";
import { Engine } from "../../analysis/engine.ts";
import { translationWords } from "../../features/translationWords.ts";
import type { Words } from "../../translation/withTranslations.ts";
import { hostOf, type ReadDocument } from "../check/read-documents.ts";
import { MARKS, workspaceRoot } from "../check/workspace-root.ts";
import { decode } from "../files/decode.ts";
import { discover } from "../files/discover.ts";
import { readFile } from "../files/read-file.ts";

/** A translation of a document, and the words that it gives it. */
export interface TranslationBeside {
  readonly file: string;
  readonly text: string;
  readonly words: Words;
}

/**
 * The translations of a document, in the order of their places: those in its folder, and where a repository or a configuration says what is
 * worked in, those anywhere in it. Which document a translation is of is said by `of`, whatever it is called before `.translation.yaml`.
 */
export function translationsBeside(document: ReadDocument, analysis: Analysis, cwd: string): readonly TranslationBeside[] {
  const { absolute } = document;
  if (absolute === undefined) return [];
  return filesAround(absolute).flatMap((file): readonly TranslationBeside[] => {
    const read = readFile(file, file);
    const decoded = "failed" in read ? undefined : decode(read.bytes);
    if (decoded === undefined || !("text" in decoded) || !decoded.text.includes(basename(absolute))) return [];
    const beside: ReadDocument = { file, absolute: file, text: decoded.text, byteOrderMark: false, unreadable: undefined };
    const translation = new Engine(decoded.text, hostOf(beside, cwd)).analysis;
    const [of] = translation.kind === "translation" ? translation.joined.keys() : [];
    const words = of !== undefined && resolve(dirname(file), of) === absolute ? translationWords(analysis, translation) : undefined;
    return words === undefined ? [] : [{ file: basename(file), text: decoded.text, words }];
  });
}

/** Below a folder that nothing marks there may be a whole disk: only its own files are looked at. */
function filesAround(absolute: string): readonly string[] {
  const folder = dirname(absolute);
  const root = workspaceRoot(absolute, folder);
  const isMarked = root !== folder || MARKS.some((mark) => existsSync(join(folder, mark)));
  const around = isMarked
    ? discover(["**/*.translation.yaml", "**/*.translation.yml"], root).files.flatMap((file) => file.absolute ?? [])
    : [];
  const beside = namesIn(folder).map((name) => join(folder, name));
  return [...new Set([...around, ...beside])].filter((file) => /\.translation\.ya?ml$/.test(file)).sort();
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A document given by its content alone stands in no folder.
    return [];
  }
}
