import { isBranch } from "../model/branches.ts";
import { merged, NO_SETTINGS, readSettings, type Settings } from "../model/settings.ts";
import { SETTINGS_FILES } from "../model/settingsFiles.ts";
import { outline } from "../syntax/outline.ts";
import { split } from "../syntax/split.ts";
import type { Host } from "./analysis.ts";

const MOST_FOLDERS = 40;

/** The settings that hold for a document: the nearest file of settings above it, within the folder that is worked in. `path`: the document's path from that file's folder. */
export function settingsBeside(host: Host): { readonly settings: Settings; readonly path: string } {
  const own = (host.own ?? "").split("/");
  for (let up = 0; up < MOST_FOLDERS; up++) {
    const folder = "../".repeat(up);
    if (host.isOutside?.(folder + SETTINGS_FILES[0]) || (up > 0 && !host.isOutside)) break;
    for (const name of SETTINGS_FILES) {
      const path = folder + name;
      const text = host.read(path);
      if (text !== undefined) return { settings: readFile(host, path, text, new Set([path])), path: own.slice(-1 - up).join("/") };
    }
  }
  return { settings: NO_SETTINGS, path: own.at(-1) ?? "" };
}

function readFile(host: Host, path: string, text: string, seen: ReadonlySet<string>): Settings {
  const { settings, extended } = parsed(text);
  if (extended === undefined) return settings;
  const base = joined(path, extended);
  const baseText = seen.has(base) || host.isOutside?.(base) ? undefined : host.read(base);
  return baseText === undefined ? settings : merged(settings, readFile(host, base, baseText, new Set([...seen, base])));
}

/** The documents of a folder have one file of settings, so the same text is seen again and again. */
function parsed(text: string): ReturnType<typeof readSettings> {
  if (last?.text !== text) last = { text, read: readSettings(outline(split(text, isBranch))) };
  return last.read;
}

let last: { readonly text: string; readonly read: ReturnType<typeof readSettings> } | undefined;

/** A path from the folder of another path. */
function joined(from: string, path: string): string {
  return from.slice(0, from.lastIndexOf("/") + 1) + path.replace(/^\.\//, "");
}
