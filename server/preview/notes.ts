import type { Item, Section } from "../model/instrument.ts";
import { at, type Context, inEnglish } from "./context.ts";
import { type Html, html } from "./html.ts";
import { plainWording, quotedWording } from "./wording.ts";

/** A remark of the preview: what a participant does not read, but whoever judges the instrument must know. */
export function note(context: Context, object: object, property: string, content: Html, kind: string): Html {
  return html`<p class="note ${kind}"${inEnglish(context)}${at(context, object, property)}>${content}</p>
`;
}

/** What decides who sees a section, and how. */
export function sectionNotes(context: Context, section: Section): Html {
  return html`${
    section.when !== undefined && note(context, section, "when", html`Asked only if ${context.inWords(section.when)}`, "routing")
  }${section.repeat !== undefined && note(context, section, "repeat", html`${repeated(context, section.repeat)}`, "repeat")}${
    section.randomise && note(context, section, "randomise", html`In an order that is drawn anew for each participant`, "order")
  }`;
}

/** What kind of section this is, over its title. */
export function kindNote(context: Context, section: Section): Html | undefined {
  return section.kind === undefined ? undefined : note(context, section, "kind", html`${KINDS[section.kind]}`, "kind");
}

const KINDS: Readonly<Record<NonNullable<Section["kind"]>, string>> = {
  consent: "Consent",
  screening: "Screening",
  demographics: "About the participant",
};

/** What decides whether an item is asked. It stands before the item, where the decision falls. */
export function routingNote(context: Context, item: Item): Html | undefined {
  return item.when === undefined ? undefined : note(context, item, "when", html`Asked only if ${context.inWords(item.when)}`, "routing");
}

/** What else happens around an item: the period that it is about, soft requests, messages, signposts. */
export function itemNotes(context: Context, item: Item): Html {
  const checks = item.checks.map((check) =>
    note(
      context,
      check,
      "that",
      html`Unless ${context.inWords(check.that)}: ${check.say === undefined ? "a message" : quotedWording(context, check.say)}`,
      "check",
    ),
  );
  return html`${item.recall !== undefined && note(context, item, "recall", html`About: ${item.recall}`, "recall")}${
    item.require === "soft" && note(context, item, "require", html`A blank is asked about once and then accepted`, "soft")
  }${checks}${item.alert !== undefined && note(context, item, "alert", html`Shown when the answer needs help: ${quotedWording(context, item.alert)}`, "signpost")}`;
}

function repeated(context: Context, { label, min, max }: NonNullable<Section["repeat"]>): string {
  const times = [min === undefined ? "" : `at least ${min}`, max === undefined ? "" : `at most ${max}`]
    .filter((part) => part !== "")
    .join(", ");
  const each = label === undefined ? "Repeated" : `Repeated for each: ${plainWording(context, label)}`;
  return times === "" ? each : `${each} (${times} times)`;
}
