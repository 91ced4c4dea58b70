import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { systemReason } from "../files/read-file.ts";
import type { World } from "../world.ts";
import { findChromium } from "./find-chromium.ts";

/** Prints a page as a tagged PDF, whose headings, lists and tables a screen reader finds. */
export async function printPdf(page: string, world: World): Promise<{ readonly bytes: Uint8Array } | { readonly wrong: string }> {
  const found = findChromium(world);
  if ("wrong" in found) return found;
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "scalewright-"));
    const [from, to] = [join(folder, "document.html"), join(folder, "document.pdf")];
    writeFileSync(from, page);
    const ended = await run(found.program, [
      "--headless",
      "--disable-gpu",
      "--no-first-run",
      "--disable-extensions",
      "--disable-background-networking",
      // Chromium refuses to start as the administrator with its sandbox; the page has no script and loads nothing.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--user-data-dir=${join(folder, "profile")}`,
      "--no-pdf-header-footer",
      "--export-tagged-pdf",
      "--generate-pdf-document-outline",
      `--print-to-pdf=${to}`,
      pathToFileURL(from).href,
    ]);
    const bytes = existsSync(to) ? readFileSync(to) : undefined;
    if (bytes === undefined || !isWhole(bytes))
      return { wrong: `"${found.program}" could not print the PDF${ended === "" ? "" : `: ${ended}`}` };
    return { bytes };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return { wrong: `the PDF cannot be printed in the folder for temporary files, "${tmpdir()}": ${systemReason(error)}` };
  } finally {
    if (folder !== undefined) remove(folder);
  }
}

/** A full disk leaves a file that breaks off. */
function isWhole(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array) => Buffer.from(part).toString("latin1");
  return text(bytes.subarray(0, 5)) === "%PDF-" && text(bytes.subarray(-32)).includes("%%EOF");
}

function remove(folder: string): void {
  try {
    // On Windows a program that is just ending may still hold a file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  } catch {
    // What is left in the folder for temporary files is no reason to lose the document.
  }
}

const PATIENCE = 120_000;

/** Gives the last line that the program wrote about itself, or why it could not be started. */
function run(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ["ignore", "ignore", "pipe"], timeout: PATIENCE });
    let said = "";
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text: string) => {
      said = `${said}${text}`.slice(-2000);
    });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) =>
      resolve(signal !== null ? "it took too long" : code === 0 ? "" : (said.trim().split("\n").at(-1) ?? "")),
    );
  });
}
