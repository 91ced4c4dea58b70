import type { Name, Span } from "../expression.ts";
import { FUNCTIONS } from "../functions/index.ts";
import { nearest } from "../nearest.ts";
import { singlesOf, type Type, UNKNOWN } from "../type.ts";
import { type Checker, change, listed } from "./checker.ts";

/** An item, a score, or something that belongs to a score. */
export function typeOfName(checker: Checker, node: Name): Type {
  const meaning = checker.scope.find(node.id);
  if (meaning === undefined) {
    reportUnknown(checker, node);
    return UNKNOWN;
  }
  if (node.property === undefined) return meaning.type;
  const type = meaning.properties.get(node.property);
  if (type !== undefined || node.property === "") return type ?? UNKNOWN;
  const known = [...meaning.properties.keys()];
  const at = node.tail ?? node;
  const meant = nearest(node.property, known);
  const there = known.length === 0 ? "it has no bands and no cut-offs" : `it has ${listed(known.map(quoted), "and")}`;
  const rest = meaning.kind === "item" ? "only scores have bands and cut-offs" : meant === undefined ? there : `did you mean "${meant}"?`;
  const fixes = meant === undefined ? [] : [change(`Change to "${meant}"`, at, meant)];
  checker.report("undefined-name", at, `"${node.id}" has no "${node.property}"; ${rest}`, fixes);
  return UNKNOWN;
}

/** Words that other programs have for a missing value. */
const BLANK = /^(?:na|null|none|nan|nil|blank|empty|sysmis|undefined)$/i;

/** Words that other programs have for the present day, which would give another score every day. */
const NOW = /^(?:today|now|date|sysdate)$/i;

function reportUnknown(checker: Checker, { id, property, head }: Name): void {
  if (id === "") return;
  const report = (rest: string, newText?: string) => {
    const fixes = newText === undefined ? [] : [change(`Change to "${newText}"`, head, newText)];
    checker.report("undefined-name", head, `"${id}" is neither an item nor a score${rest}`, fixes);
  };
  const meant = nearest(id, checker.scope.names());
  if (checker.scope.hasTable(property === undefined ? id : `${id}.${property}`)) report(`, but a table: write lookup(x, ${id})`);
  else if (BLANK.test(id)) report("; a value that is not there is called missing", "missing");
  else if (NOW.test(id)) report("; the day of answering is an item of its own");
  else if (/[²³]$/.test(id)) report(`; a power is written ${id.slice(0, -1)} ^ ${id.endsWith("²") ? 2 : 3}`);
  else if (meant !== undefined) report(`; did you mean "${meant}"?`, meant);
  else report(FUNCTIONS.has(id) ? `, but a function: write ${FUNCTIONS.get(id)?.example ?? id}` : "");
}

/** `phq1..phq9` */
export function typeOfSpan(checker: Checker, node: Span): Type {
  const [first, last] = [checker.scope.find(node.first.id), checker.scope.find(node.last.id)];
  for (const end of [node.first, node.last]) if (end.id !== "" && checker.scope.find(end.id) === undefined) reportUnknown(checker, end);
  if (first === undefined || last === undefined) return UNKNOWN;
  const withProperty = [node.first, node.last].find(({ property }) => property !== undefined);
  if (withProperty !== undefined) {
    checker.report("type-mismatch", withProperty, `a span joins two names: "${withProperty.id}" without what stands after the dot`);
    return UNKNOWN;
  }
  const members = checker.scope.span(node.first.id, node.last.id);
  if (members !== undefined) {
    const types = members.map((id) => checker.scope.find(id)?.type ?? UNKNOWN);
    const column = types.some((type) => type.kind === "list" && type.column);
    return { kind: "list", members: types.flatMap(singlesOf), length: column ? undefined : types.length, column };
  }
  if (first.kind !== last.kind) {
    const words = [node.first.id, node.last.id].map(
      (id, index) => `"${id}" is ${(index === 0 ? first : last).kind === "item" ? "an item" : "a score"}`,
    );
    checker.report("type-mismatch", node, `a span joins two items or two scores: ${listed(words, "and")}`);
  } else {
    const turned = `${node.last.id}..${node.first.id}`;
    const message = `"${node.last.id}" stands before "${node.first.id}" in the document, so this span is empty`;
    checker.report("span-backwards", node, message, [change(`Change to ${turned}`, node, turned)]);
  }
  return UNKNOWN;
}

function quoted(word: string): string {
  return `"${word}"`;
}
