import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

/** The stylesheet of a page of its own, made small, with the hash by which the page's policy allows it and no other. */
export function makeStylesheet() {
  const written = readFileSync(join(import.meta.dirname, "../../client/media/page.css"), "utf8");
  const css = transformSync(written, { loader: "css", minify: true, target: "chrome123", legalComments: "none" }).code.trim();
  return { css, sha256: createHash("sha256").update(css).digest("base64") };
}

export function printStylesheet({ css, sha256 }) {
  return `// Generated from client/media/page.css by \`npm run generate\`.

/** The stylesheet of a page of its own, and its SHA-256 in base64. */
export const STYLESHEET = {
  css: ${JSON.stringify(css)},
  sha256: ${JSON.stringify(sha256)},
} as const;
`;
}
