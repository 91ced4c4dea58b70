import { findChromium } from "../vscode/chromium.ts";

/** Sees to the browser before the files of the tests, which then run side by side, all ask for it. */
export async function mochaGlobalSetup(): Promise<void> {
  await findChromium();
}
