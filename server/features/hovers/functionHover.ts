import type { Analysis } from "../../analysis/analysis.ts";
import type { Expression } from "../../expression/expression.ts";
import { FUNCTIONS } from "../../expression/functions/index.ts";
import { eachNode } from "../../expression/walk.ts";
import { formulasIn } from "../../model/formulas.ts";
import { origins } from "../../model/origins.ts";
import { segmentAt, startOf } from "../../syntax/segmentedText.ts";
import { labelHints } from "../hints/labelHints.ts";
import type { Hover } from "../hover.ts";
import { partsWithin } from "../partsWithin.ts";

/** A function of a formula: what it does, how it is called, and what there is to know; a code that is compared: its label. */
export function functionHover(analysis: Analysis, offset: number): Hover | undefined {
  for (const part of partsWithin(analysis, { start: offset, end: offset })) {
    for (const { tree } of formulasIn(part)) {
      const found = within(analysis, tree, offset);
      if (found) return found;
    }
    const label = labelHints(analysis, part).find((hint) => hint.offset === endOfWord(analysis, offset));
    if (label) return { markdown: label.tooltip, range: { start: offset, end: label.offset } };
  }
  return undefined;
}

function within(analysis: Analysis, tree: Expression, offset: number): Hover | undefined {
  let found: Hover | undefined;
  eachNode(tree, (node) => {
    const place = node.kind === "call" ? origins.node(node) : undefined;
    if (node.kind !== "call" || !place) return;
    const range = analysis.range({ segment: place.segment, start: node.function.start, end: node.function.end });
    const markdown = range.start <= offset && offset <= range.end ? describeFunction(node.function.text) : undefined;
    if (markdown !== undefined) found = { markdown, range };
  });
  return found;
}

function describeFunction(name: string): string | undefined {
  const known = FUNCTIONS.get(name);
  if (!known) return undefined;
  const parameters = [
    ...known.parameters.map((one) => (one.many ? `${one.name}, …` : one.name)),
    ...known.named.map((one) => `${one.name}=`),
  ];
  const lines = [...known.parameters, ...known.named.map((one) => ({ ...one, name: `${one.name}=` }))].map(
    (one) => `- \`${one.name}\`: ${one.summary}`,
  );
  return [`**${known.name}**(${parameters.join(", ")}) · function`, known.summary, lines.join("\n"), known.help, `\`${known.example}\``]
    .filter((line) => line !== "")
    .join("\n\n");
}

/** Where the word or number at an offset ends, a quotation mark behind it included. */
function endOfWord({ text }: Analysis, offset: number): number {
  const index = segmentAt(text, offset);
  const from = startOf(text, index);
  const rest = text.segments.at(index)?.text.slice(offset - from) ?? "";
  return offset + (/^[\w.]*"?/.exec(rest)?.[0].length ?? 0);
}
