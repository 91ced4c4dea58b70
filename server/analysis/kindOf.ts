import type { Field } from "../syntax/outline.ts";
import type { DocumentKind } from "./analysis.ts";

const KINDS: readonly DocumentKind[] = ["instrument", "delphi", "guide", "study", "library", "translation"];
const CONFIG_KEYS = new Set(["severities", "overrides", "extends", "targets", "lexicon"]);

/** What a document is. Settings are known by their first key, and by the name of their file, which may hold nothing yet. */
export function kindOf(fields: readonly Field[], own = ""): DocumentKind | undefined {
  const first = fields[0]?.name;
  if ((first !== undefined && CONFIG_KEYS.has(first)) || /(?:^|\/)scalewright\.config\.ya?ml$/.test(own)) return "config";
  return KINDS.find((kind) => kind === first);
}
