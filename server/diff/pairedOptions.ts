import type { Option, Response } from "../model/instrument.ts";
import { inOwnLanguage, plain } from "./texts.ts";

/** The options of two versions of a response, told apart by what they say and only then by their codes. */
export interface PairedOptions {
  readonly both: readonly { readonly old: Option; readonly now: Option }[];
  readonly added: readonly Option[];
  readonly removed: readonly Option[];
}

/**
 * An option is the same where its label is: people tick words. A code that kept its place under another label is the same option, reworded,
 * where neither label stands elsewhere.
 */
export function pairedOptions(old: Response | undefined, now: Response | undefined, language: string | undefined): PairedOptions {
  const both: { old: Option; now: Option }[] = [];
  const left = new Set(old?.options ?? []);
  const open = new Set(now?.options ?? []);
  const pair = (isSame: (a: Option, b: Option) => boolean) => {
    for (const after of open) {
      const alike = [...left].filter((before) => isSame(before, after));
      const before = alike.find(({ code }) => code === after.code) ?? (alike.length === 1 ? alike[0] : undefined);
      if (before === undefined) continue;
      both.push({ old: before, now: after });
      left.delete(before);
      open.delete(after);
    }
  };
  const label = (option: Option) => (option.label ? plain(inOwnLanguage(option.label, language) ?? "").toLowerCase() : "");
  pair((a, b) => label(a) !== "" && label(a) === label(b));
  pair((a, b) => a.code === b.code);
  return { both, added: [...open], removed: [...left] };
}
