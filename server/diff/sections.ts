import type { Instrument, Section } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import type { Change } from "./change.ts";
import { canonical } from "./formulas.ts";
import type { Versions } from "./items.ts";
import { type Matched, matched } from "./renamed.ts";
import { inOwnLanguage, plain, textChanges } from "./texts.ts";

/** How the sections differ: what is said above the items, how they are laid out, and who is sent away. What they route is said of the items. */
export function sectionChanges(versions: Versions, items: Matched, renamed: ReadonlyMap<string, string>): Change[] {
  const { old, now, language } = versions;
  const sections = matched(old.sections, now.sections, ({ id, title }, version) => {
    // What a section is called nobody sees: it is known by its items, and one without items by its title.
    const ids = version === "old" ? itemsIn(old, id) : itemsIn(now, id).map((item) => renamed.get(item) ?? item);
    return ids.length > 0 ? ids.join(" ") : plain(inOwnLanguage(title, language) ?? "") || undefined;
  });
  const changes: Change[] = [];
  const still = new Set(items.both.map(({ now: id }) => id));
  for (const { old: id, now: idNow } of sections.both) {
    const [before, after] = [old.sections.get(id), now.sections.get(idNow)];
    if (!before || !after) continue;
    const concerns = itemsIn(now, idNow).filter((item) => still.has(item));
    changes.push(...oneSection(before, after, concerns, versions, renamed));
  }
  for (const id of sections.added) changes.push(...comeOrGone(now.sections.get(id), "was added", "now"));
  for (const id of sections.removed) changes.push(...comeOrGone(old.sections.get(id), "was removed", "old"));
  return changes;
}

function oneSection(
  old: Section,
  now: Section,
  concerns: readonly string[],
  versions: Versions,
  renamed: ReadonlyMap<string, string>,
): Change[] {
  const at = { old: origins.name(old), now: origins.name(now), concerns };
  const changes: Change[] = [];
  const add = (kind: Change["class"], needs: Change["needs"], effect: Change["effect"], message: string) =>
    changes.push({ class: kind, needs, message, ...at, effect });
  const name = `section "${now.id}"`;
  if (old.id !== now.id) add("cosmetic", "none", "none", `section "${old.id}" is now called "${now.id}"`);
  changes.push(...textChanges(old.title, now.title, versions.language, { what: `the title of ${name}`, isRead: false, ...at }));
  changes.push(...textChanges(old.text, now.text, versions.language, { what: `the text of ${name}`, isRead: true, ...at }));
  if (old.layout !== now.layout) add("wording", "patch", "care", `${name} was laid out as ${old.layout} and is now as ${now.layout}`);
  if (old.randomise !== now.randomise)
    add(
      "wording",
      "patch",
      "care",
      `the items of ${name} ${now.randomise ? "are now asked in a random order" : "are now asked in one order"}`,
    );
  const [out, outNow] = [canonical(versions.old, old.screenOut, NONE), canonical(versions.now, now.screenOut, renamed)];
  if (out !== outNow) add("routing", "major", "none", `${name} sent people away ${when(out)} and now does ${when(outNow)}`);
  const [times, timesNow] = [repeats(old), repeats(now)];
  if (times !== timesNow) add("data column", "major", "breaks", `${name} was asked ${times} and is now asked ${timesNow}`);
  if (old.kind !== now.kind)
    add("cosmetic", "none", "none", `the kind of ${name} was "${old.kind ?? "none"}" and is now "${now.kind ?? "none"}"`);
  return changes;
}

const NONE: ReadonlyMap<string, string> = new Map();

const when = (condition: string): string => (condition === "" ? "never" : `when ${condition}`);

function repeats({ repeat }: Section): string {
  if (repeat === undefined) return "once";
  return `${repeat.min ?? 0} to ${repeat.max ?? "any number of"} times`;
}

function comeOrGone(section: Section | undefined, says: string, version: "old" | "now"): Change[] {
  if (section === undefined) return [];
  const at = { message: `section "${section.id}" ${says}`, [version]: origins.name(section), concerns: [], effect: "none" as const };
  const isSeen = section.title !== undefined || section.text !== undefined;
  return [isSeen ? { class: "wording", needs: "patch", ...at } : { class: "cosmetic", needs: "none", ...at }];
}

function itemsIn(instrument: Instrument, section: string): readonly string[] {
  const within = (id: string | undefined, depth = 0): boolean =>
    id !== undefined && depth < 20 && (id === section || within(instrument.sections.get(id)?.parent, depth + 1));
  return instrument.items
    .values()
    .filter((item) => within(item.section))
    .map(({ id }) => id);
}
