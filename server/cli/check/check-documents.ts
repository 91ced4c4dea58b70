import { Engine } from "../../analysis/engine.ts";
import type { Silenced } from "../../analysis/ignores.ts";
import type { Problem } from "../../problem.ts";
import type { World } from "../world.ts";
import { type Beside, hostOf, type ReadDocument } from "./read-documents.ts";

/** Is told of every file that a check asks for: its absolute path, and its text where there is one. */
export type NoteRead = (absolute: string, text: string | undefined) => void;

/** The findings of one document, and those that a comment in it silences. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly silenced: readonly Silenced[];
}

/** Checks one document. */
export function checkDocument(document: ReadDocument, text: string, cwd: World["cwd"], note?: NoteRead, beside?: Beside): Checked {
  if (document.unreadable !== undefined) return { problems: [document.unreadable], silenced: [] };
  const { problems, silenced } = new Engine(text, hostOf(document, cwd, note, beside), [], "once").analysis;
  return { problems, silenced };
}
