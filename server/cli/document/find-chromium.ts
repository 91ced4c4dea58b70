import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { World } from "../world.ts";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
  "msedge",
];

/** Where these programs are on machines that do not keep them in the search path. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((folder) => [
    `%${folder}%\\Google\\Chrome\\Application\\chrome.exe`,
    `%${folder}%\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

export type FoundChromium = { readonly program: string } | { readonly wrong: string };

/** A Chromium, Chrome or Edge that is on the machine: the one that `CHROME_PATH` names, else the first that is found. None is ever downloaded. */
export function findChromium({ env }: World): FoundChromium {
  const named = env.CHROME_PATH;
  if (named !== undefined && named !== "")
    return isProgram(named) ? { program: named } : { wrong: `CHROME_PATH names "${named}", and there is no program there` };
  const ending = process.platform === "win32" ? ".exe" : "";
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  const usual = (PLACES[process.platform] ?? []).map((place) => place.replace(/%([^%]+)%/g, (_, name: string) => env[name] ?? ""));
  const all = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, `${name}${ending}`))), ...usual];
  const program = all.find(isProgram);
  return program === undefined
    ? {
        wrong:
          "a PDF is printed by Chromium, Chrome or Edge, and none was found on this machine; name one with CHROME_PATH, or write html (--to html) and print it from any browser",
      }
    : { program };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run by us: the next one is tried.
    return false;
  }
}
