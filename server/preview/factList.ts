import { at, type Context } from "./context.ts";
import { type Html, html } from "./html.ts";

/** One thing that is said of an object of the document. */
export interface Fact<T extends object> {
  readonly name: string;
  /** Where it stands in the document. */
  readonly property?: keyof T & string;
  readonly content: Html | string | undefined | false;
}

/** What is said of an object, without what is not said; nothing where nothing is. */
export function renderFacts<T extends object>(context: Context, object: T, facts: readonly Fact<T>[]): Html | undefined {
  const said = facts.filter(({ content }) => content !== undefined && content !== false && content !== "");
  return said.length === 0
    ? undefined
    : html`<dl class="facts">
${said.map(
  ({
    name,
    property,
    content,
  }) => html`<div${property !== undefined && at(context, object, property)}><dt>${name}</dt><dd>${content}</dd></div>
`,
)}</dl>
`;
}
