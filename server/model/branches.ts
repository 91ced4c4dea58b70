/**
 * Which mappings of a document are kept in segments of their own: those with an entry per item, response, score, test, statement …
 * All kinds of document share one list, so that the text can be cut before its kind is known.
 */
export function isBranch(path: readonly string[]): boolean {
  const [top, ...rest] = path;
  if (top === undefined) return true;
  if (FLAT.has(top)) return rest.length === 0;
  const inner = GROUPED[top];
  if (inner === undefined) return false;
  // Group, then `items` (or `questions`), or nested sections, which begin again.
  for (let at = 0; at < rest.length; at += 2) {
    const word = rest[at + 1];
    if (word === undefined) return true;
    if (word === inner) return rest.length === at + 2;
    if (word !== top || top !== "sections") return false;
  }
  return true;
}

const FLAT = new Set([
  "responses",
  "scores",
  "recodes",
  "tables",
  "tests",
  "effects",
  "rounds",
  "documents",
  "phases",
  "consents",
  "linkage",
  "sampling",
  "severities",
]);
const GROUPED: Record<string, string | undefined> = { sections: "items", statements: "items", topics: "questions" };
