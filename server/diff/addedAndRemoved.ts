import type { Named } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import type { Change } from "./change.ts";
import type { Matched } from "./renamed.ts";

/** What is said of a thing that came or went, where it is not what is said of most. */
type Said = Pick<Change, "class" | "needs">;

/** Things that came and things that went, each of which has a column of its own in data unless `said` says otherwise. */
export function addedAndRemoved<T extends object>(
  kind: string,
  { old, now }: { readonly old: Named<T>; readonly now: Named<T> },
  { added, removed }: Matched,
  concerns: (id: string) => readonly string[],
  said: (thing: T, version: "old" | "now") => Said | undefined = () => undefined,
): Change[] {
  const changes: Change[] = [];
  const add = (id: string, thing: T | undefined, version: "old" | "now"): void => {
    if (thing === undefined) return;
    changes.push({
      ...(said(thing, version) ?? { class: "data column", needs: version === "now" ? "minor" : "major" }),
      message: `${kind} "${id}" was ${version === "now" ? "added" : "removed"}`,
      [version]: origins.name(thing),
      concerns: concerns(id),
      effect: "none",
    });
  };
  for (const id of added) add(id, now.get(id), "now");
  for (const id of removed) add(id, old.get(id), "old");
  return changes;
}
