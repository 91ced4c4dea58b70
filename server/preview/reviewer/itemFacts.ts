import type { Item } from "../../model/instrument.ts";
import { digits } from "../../number/digits.ts";
import { at, type Context, type Use } from "../context.ts";
import { renderFindings } from "../findings.ts";
import { type Html, html, joined } from "../html.ts";
import { sourceLink } from "../outsideLink.ts";
import { scoreLink } from "../scoreLink.ts";
import { isUntranslated, quotedWording } from "../wording.ts";

/** Everything that holds for an item besides its wording and codes, one line each, with what was found in it. */
export function renderItemFacts(context: Context, item: Item, withoutUses = false): Html {
  const facts = factsOf(context, item, withoutUses).filter((fact) => fact !== undefined);
  return html`${facts.length > 0 && html`<ul class="item-facts">${facts}</ul>`}${renderFindings(context, context.problemsOf(item))}`;
}

function factsOf(context: Context, item: Item, withoutUses: boolean): readonly (Html | undefined)[] {
  const fact = (property: keyof Item & string, content: Html) => html`<li${at(context, item, property)}>${content}</li>`;
  const text = (property: "recall" | "source" | "note", name: string) => {
    const value = item[property];
    return value === undefined ? undefined : fact(property, html`${name}: ${property === "source" ? sourceLink(value) : value}`);
  };
  return [
    item.when === undefined ? undefined : fact("when", html`asked only if ${context.inWords(item.when)}`),
    item.skipped === undefined ? undefined : fact("skipped", html`counts ${digits(item.skipped)} where it is not asked`),
    withoutUses ? undefined : usesFact(context, item),
    item.key === undefined ? undefined : fact("key", html`right answer: <code>${item.key}</code>`),
    item.help === undefined ? undefined : fact("help", html`help: ${quotedWording(context, item.help)}`),
    text("recall", "about"),
    ...item.checks.map(
      (check) =>
        html`<li${at(context, check)}>must hold: ${context.inWords(check.that)}${check.say !== undefined && html`, else “${quotedWording(context, check.say)}”`}</li>`,
    ),
    item.alert === undefined ? undefined : fact("alert", html`signpost: ${quotedWording(context, item.alert)}`),
    item.privacy === undefined ? undefined : fact("privacy", html`${PRIVACY[item.privacy]}`),
    item.standard === undefined
      ? undefined
      : fact(
          "standard",
          html`standard: ${[item.standard.name, item.standard.nation, item.standard.version].filter((part) => part !== undefined).join(", ")}`,
        ),
    text("source", "source"),
    text("note", "note"),
    item.stem !== undefined && isUntranslated(context, item.stem) ? html`<li>not translated into ${context.shown.name}</li>` : undefined,
  ];
}

const PRIVACY: Readonly<Record<NonNullable<Item["privacy"]>, string>> = {
  direct_identifier: "identifies the participant",
  indirect_identifier: "may identify the participant together with others",
  special_category: "special category of personal data",
};

function usesFact(context: Context, item: Item): Html | undefined {
  if (context.usesOf(item.id).length === 0) {
    return item.scored ? undefined : html`<li${at(context, item, "scored")}>in no score, on purpose</li>`;
  }
  return html`<li>${renderUses(context, item)}</li>`;
}

/** "in total, item9_flag", with what each score does that the item's own row does not show. */
export function renderUses(context: Context, item: Item): Html | undefined {
  const uses = context.usesOf(item.id).map((use) => html`${scoreLink(context, use.score)}${differences(item, use)}`);
  return uses.length === 0 ? undefined : html`in ${joined(uses, ", ")}`;
}

/** True where all of some items are used by the same scores in the same way. */
export function sameUses(context: Context, items: readonly Item[]): boolean {
  const [first, ...rest] = items.map((item) =>
    context
      .usesOf(item.id)
      .map((use) => `${use.score.id}${differences(item, use)}`)
      .join(),
  );
  return first !== undefined && first !== "" && rest.every((uses) => uses === first);
}

/** What a score does with an item that the item's own row does not show. */
function differences(item: Item, { member }: Use): string {
  if (member === undefined) {
    return "";
  }
  const parts = [
    member.reversed && !item.reverse ? "reversed there" : "",
    !member.reversed && item.reverse ? "not reversed there" : "",
    member.recode === undefined ? "" : `recoded${member.recode.id === undefined ? "" : ` by ${member.recode.id}`}`,
    member.weight.equals(1) ? "" : `weight ${digits(member.weight)}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
