import { origins } from "../model/origins.ts";
import type { Change } from "./change.ts";
import { recodeText } from "./contributions.ts";
import type { Versions } from "./items.ts";
import { responseChanges } from "./responses.ts";
import { type Beside, tableText } from "./scores.ts";

/**
 * How the named responses of two versions differ, whoever uses them: of a library, or of a Delphi study. One that went is missed where others
 * may use it; in a study the statements say what they are rated on.
 */
export function namedResponseChanges(versions: Versions, isLibrary: boolean): Change[] {
  const { old, now, language } = versions;
  const said = (needs: Change["needs"]) =>
    isLibrary ? ({ class: "option", needs } as const) : ({ class: "cosmetic", needs: "none" } as const);
  const changes: Change[] = [];
  for (const [i, id] of now.responses.ids().entries()) {
    const [before, after] = [old.responses.get(id), now.responses.values()[i]];
    if (!after || after.id !== id) continue;
    if (before)
      changes.push(
        ...responseChanges({ old: before, now: after, what: `"${id}"`, concerns: [], language, instruments: versions, renamed: new Map() }),
      );
    else
      changes.push({
        ...said("minor"),
        message: `response "${id}" was added`,
        now: origins.name(after),
        concerns: [],
        effect: "none",
      });
  }
  for (const id of old.responses.ids()) {
    const response = old.responses.get(id);
    if (response?.id === id && !now.responses.has(id))
      changes.push({
        ...said("major"),
        message: `response "${id}" was removed`,
        old: origins.name(response),
        concerns: [],
        effect: "none",
      });
  }
  return changes;
}

/** How the recodes and tables of a library differ, which scores elsewhere rest on. */
export function namedTableChanges({ old, now }: Versions, beside: Beside): Change[] {
  const changes: Change[] = [];
  const compare = <T extends object>(
    what: string,
    before: { ids(): readonly string[]; get(id: string): T | undefined },
    after: { ids(): readonly string[]; get(id: string): T | undefined },
    text: (one: T, version: "old" | "now") => string,
  ) => {
    for (const id of new Set([...before.ids(), ...after.ids()])) {
      const [was, is] = [before.get(id), after.get(id)];
      if (id.includes(".") || (was && is && text(was, "old") === text(is, "now"))) continue;
      changes.push({
        class: "scoring",
        needs: was ? "major" : "minor",
        message:
          was && is
            ? `${what} "${id}" was ${text(was, "old")} and is now ${text(is, "now")}`
            : `${what} "${id}" was ${is ? "added" : "removed"}`,
        ...(was ? { old: origins.name(was) } : {}),
        ...(is ? { now: origins.name(is) } : {}),
        concerns: [],
        effect: "none",
      });
    }
  };
  compare("recode", old.recodes, now.recodes, recodeText);
  compare("table", old.tables, now.tables, (table, version) => tableText(table, (id) => id, version === "old" ? beside.old : beside.now));
  return changes;
}
