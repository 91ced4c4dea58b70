import type { Expression } from "../expression/expression.ts";
import { conditionInWords } from "../language/conditionInWords.ts";
import { isEnglish } from "../language/language.ts";
import type { Context } from "./context.ts";
import { type Html, html } from "./html.ts";
import { withLabels } from "./withLabels.ts";

/**
 * A condition as the end of a phrase: for those who answer in the language of the page with wordings and labels, in English where the language has
 * no words for it; for those who judge with ids and codes.
 */
export function condition(context: Context, tree: Expression): Html {
  const { phrases, naming } = context;
  if (naming === undefined) return html`${context.inWords(tree)}`;
  const labelled = withLabels(context, tree);
  const numberOf = (id: string) => (context.instrument.items.has(id) ? naming(id) : undefined);
  const own = conditionInWords({ phrases, numberOf }, labelled);
  if (own !== undefined) return html`${own}`;
  const english = context.inWords(labelled);
  return isEnglish(phrases.language) ? html`${english}` : html`<span lang="en" dir="ltr">${english}</span>`;
}
