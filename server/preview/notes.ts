import { howOften } from "../language/howOften.ts";
import type { Item, Section } from "../model/instrument.ts";
import { condition } from "./condition.ts";
import { at, type Context } from "./context.ts";
import { type Html, html } from "./html.ts";
import { ownLanguage, phrase } from "./ownWords.ts";
import { quotedWording } from "./wording.ts";

/** A remark of the preview: what a participant does not read, but whoever judges the instrument must know. */
export function note(context: Context, object: object, property: string, content: Html, kind: string): Html {
  return html`<p class="note ${kind}"${ownLanguage(context)}${at(context, object, property)}>${content}</p>
`;
}

/** What decides who sees a section, and how. */
export function sectionNotes(context: Context, section: Section): Html {
  return html`${section.when !== undefined && askedOnlyIf(context, section, section.when)}${
    section.repeat !== undefined && note(context, section, "repeat", repeated(context, section.repeat), "repeat")
  }${section.randomise && note(context, section, "randomise", phrase(context, "drawnOrder"), "order")}`;
}

/** What kind of section this is, over its title. */
export function kindNote(context: Context, section: Section): Html | undefined {
  return section.kind === undefined ? undefined : note(context, section, "kind", phrase(context, KINDS[section.kind]), "kind");
}

const KINDS = { consent: "kindConsent", screening: "kindScreening", demographics: "kindDemographics" } as const;

/** What decides whether an item is asked. It stands before the item, where the decision falls. */
export function routingNote(context: Context, item: Item): Html | undefined {
  return item.when === undefined ? undefined : askedOnlyIf(context, item, item.when);
}

function askedOnlyIf(context: Context, thing: Item | Section, when: NonNullable<Item["when"]>): Html {
  return note(context, thing, "when", phrase(context, "askedOnlyIf", { condition: condition(context, when) }), "routing");
}

/** What else happens around an item: the period that it is about, soft requests, messages, signposts. */
export function itemNotes(context: Context, item: Item): Html {
  const checks = item.checks.map((check) => {
    const message = check.say === undefined ? phrase(context, "aMessage") : quotedWording(context, check.say);
    return note(context, check, "that", phrase(context, "unless", { condition: condition(context, check.that), message }), "check");
  });
  return html`${item.recall !== undefined && note(context, item, "recall", phrase(context, "about", { period: item.recall }), "recall")}${
    item.require === "soft" && note(context, item, "require", phrase(context, "askedOnce"), "soft")
  }${checks}${
    item.alert !== undefined &&
    note(context, item, "alert", phrase(context, "whenHelpNeeded", { words: quotedWording(context, item.alert) }), "signpost")
  }`;
}

function repeated(context: Context, { label, min, max }: NonNullable<Section["repeat"]>): Html {
  const { phrases } = context;
  const often = howOften(phrases, { min, max });
  return label === undefined
    ? phrase(context, "repeated", { often })
    : phrase(context, "repeatedForEach", { label: quotedWording(context, label), often });
}
