import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** A headless Chromium, which reaches nothing unless its `args` say otherwise. */
export async function launchChromium(args: readonly string[] = ["--host-resolver-rules=MAP * ~NOTFOUND"]): Promise<Browser> {
  const found = await findChromium();
  const all = Object.entries({ ...process.env, ...found.env }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({
    executablePath: found.executablePath,
    env: Object.fromEntries(all),
    args: ["--no-sandbox", "--disable-gpu", ...args],
  });
}
