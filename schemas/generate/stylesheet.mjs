import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

/** The stylesheets of pages of their own, made small, each with the hash by which the page's policy allows it and no other. */
export function makeStylesheet() {
  return { page: sheetOf("page.css"), documents: sheetOf("documents.css") };
}

function sheetOf(name) {
  const written = readFileSync(join(import.meta.dirname, "../../client/media", name), "utf8");
  const css = transformSync(written, { loader: "css", minify: true, target: "chrome123", legalComments: "none" }).code.trim();
  return { css, sha256: createHash("sha256").update(css).digest("base64") };
}

export function printStylesheet({ page, documents }) {
  return `// Generated from client/media by \`npm run generate\`.

/** A stylesheet of a page of its own, and its SHA-256 in base64. */
export interface Stylesheet {
  readonly css: string;
  readonly sha256: string;
}

/** page.css: for every page. */
export const STYLESHEET: Stylesheet = ${JSON.stringify(page)};

/** documents.css: for drawings, and documents that are no questionnaire. */
export const DOCUMENTS_STYLESHEET: Stylesheet = ${JSON.stringify(documents)};
`;
}
