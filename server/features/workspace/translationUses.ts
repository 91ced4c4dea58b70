import type { Analysis } from "../../analysis/analysis.ts";
import type { Range } from "../../problem.ts";
import { placeIn } from "../../syntax/place.ts";
import { fieldAt } from "../fieldAt.ts";
import type { Thing } from "../things.ts";

/** Where a translation gives the texts of a thing: its key, in the place where the translated document has it. */
export function translationUses(translation: Analysis, translated: Analysis, thing: Pick<Thing, "kind" | "id">): readonly Range[] {
  const path = pathOf(translated, thing);
  const field = path && fieldAt(translation, path);
  return field ? [translation.range(placeIn(field.segment, field.key))] : [];
}

function pathOf({ instrument }: Analysis, { kind, id }: Pick<Thing, "kind" | "id">): readonly string[] | undefined {
  if (kind === "response") return ["responses", id];
  if (kind === "score") return ["scores", id];
  if (kind === "section") return sectionPath(instrument, id);
  const item = kind === "item" ? instrument.items.get(id) : undefined;
  return item && [...sectionPath(instrument, item.section), "items", id];
}

function sectionPath({ sections }: Analysis["instrument"], id: string): readonly string[] {
  const path = [id];
  // A file cannot nest a section in itself; the count only keeps a faulty one from going on.
  for (let parent = sections.get(id)?.parent, depth = 0; parent !== undefined && depth < 50; depth++) {
    path.unshift(parent, "sections");
    parent = sections.get(parent)?.parent;
  }
  return ["sections", ...path];
}
