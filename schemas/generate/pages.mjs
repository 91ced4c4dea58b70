import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const RULES = join(import.meta.dirname, "../../server/rules");

/** The pages of all rules by code: `explain` and the editor show them without a network. */
export function makePages() {
  if (!existsSync(RULES)) return [];
  const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  const pages = files.map((name) => [name.replace(/^.*[\\/]/, "").replace(/\.md$/, ""), readFileSync(join(RULES, name), "utf8")]);
  return pages.sort(([a], [b]) => (a < b ? -1 : 1));
}

export function printPages(pages) {
  return `// Generated from the pages beside the rules by \`npm run generate\`.

/** Code of a rule -> its page, in Markdown. */
export const PAGES: Readonly<Record<string, string>> = {
${pages.map(([code, text]) => `  ${JSON.stringify(code)}: ${JSON.stringify(text)},`).join("\n")}
};
`;
}
