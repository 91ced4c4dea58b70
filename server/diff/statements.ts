import type { Delphi, Statement } from "../model/delphi.ts";
import type { Response } from "../model/instrument.ts";
import { origins } from "../model/origins.ts";
import { addedAndRemoved } from "./addedAndRemoved.ts";
import type { Change } from "./change.ts";
import type { Versions } from "./items.ts";
import { isReordered, type Matched, matched } from "./renamed.ts";
import { responseChanges } from "./responses.ts";
import { inOwnLanguage, plain, shown, textChanges } from "./texts.ts";

/** How the statements of a Delphi study differ: which there are, what they and their groups say, and what they are rated on. */
export function statementChanges(old: Delphi, now: Delphi, versions: Versions): Change[] {
  const { language } = versions;
  const text = (statement: Statement) => plain(inOwnLanguage(statement.text, language) ?? "");
  const statements = matched(old.statements, now.statements, (statement) => text(statement) || undefined, true);
  const changes = addedAndRemoved("statement", { old: old.statements, now: now.statements }, statements, () => []);
  for (const pair of statements.both) {
    const [before, after] = [old.statements.get(pair.old), now.statements.get(pair.now)];
    if (!before || !after) continue;
    const at = { old: origins.name(before), now: origins.name(after), concerns: [] };
    const isTaken = now.statements.has(pair.old) ? `, and "${pair.old}" is another statement` : "";
    if (pair.old !== pair.now)
      changes.push({
        class: "data column",
        needs: "major",
        message: `statement "${pair.old}" is now called "${pair.now}"${isTaken}`,
        ...at,
        effect: "none",
      });
    changes.push(...textChanges(before.text, after.text, language, { what: `the text of "${after.id}"`, isRead: true, ...at }));
  }
  const first = now.statements.values()[0];
  if (isReordered(old.statements.ids(), statements) && first)
    changes.push({
      class: "wording",
      needs: "patch",
      message: "the statements stand in another order",
      now: origins.name(first),
      concerns: [],
      effect: "none",
    });
  return [...changes, ...scaleChanges(old, now, statements, versions), ...groupChanges(old, now, statements, language)];
}

/** What statements are rated on, where that is not a response of the same name: those are compared by themselves. */
function scaleChanges(old: Delphi, now: Delphi, { both }: Matched, versions: Versions): Change[] {
  const told = new Map<Response | undefined, Set<Response | undefined>>();
  return both.flatMap((pair): Change[] => {
    const [was, is] = [scaleOf(old, pair.old), scaleOf(now, pair.now)];
    if ((was?.id !== undefined && was.id === is?.id) || told.get(was)?.has(is)) return [];
    told.set(was, new Set([...(told.get(was) ?? []), is]));
    const what = `what "${pair.now}" is rated on`;
    if (was && is)
      return responseChanges({
        old: was,
        now: is,
        what,
        concerns: [],
        language: versions.language,
        instruments: versions,
        renamed: new Map(),
      });
    if (!was && !is) return [];
    const after = now.statements.get(pair.now);
    const message = `${what} ${was ? "is no longer known" : "was not known, and now is"}`;
    return [
      { class: "data column", needs: "major", message, ...(after ? { now: origins.name(after) } : {}), concerns: [], effect: "none" },
    ];
  });
}

function scaleOf({ responses, statements, statementGroups }: Delphi, id: string): Response | undefined {
  const response = statementGroups.get(statements.get(id)?.group ?? "")?.response;
  return typeof response === "string" ? responses.get(response) : response;
}

/** What stands above the statements. What a group is called nobody sees: it is known by its statements. */
function groupChanges(old: Delphi, now: Delphi, { both }: Matched, language: string | undefined): Change[] {
  const former = new Map(both.map((pair) => [pair.now, pair.old]));
  const within = ({ statements }: Delphi, group: string) => statements.values().filter((one) => one.group === group);
  const groups = matched(old.statementGroups, now.statementGroups, ({ id }, version) => {
    const ids = version === "old" ? within(old, id).map((one) => one.id) : within(now, id).map((one) => former.get(one.id) ?? one.id);
    return ids.join(" ") || undefined;
  });
  const stillIn = new Map(groups.both.map((pair) => [pair.old, pair.now]));
  const above = ({ statementGroups }: Delphi, id: string) =>
    shown(inOwnLanguage(statementGroups.get(id)?.text, language) ?? inOwnLanguage(statementGroups.get(id)?.title, language));
  const moved = both.flatMap((pair): Change[] => {
    const [before, after] = [old.statements.get(pair.old), now.statements.get(pair.now)];
    if (!before || !after || stillIn.get(before.group) === after.group) return [];
    const [was, is] = [above(old, before.group), above(now, after.group)];
    if (was === is) return [];
    const message = `"${after.id}" stood under ${was} and now stands under ${is}`;
    return [
      { class: "wording", needs: "patch", message, old: origins.name(before), now: origins.name(after), concerns: [], effect: "none" },
    ];
  });
  const said = groups.both.flatMap((pair): Change[] => {
    const [before, after] = [old.statementGroups.get(pair.old), now.statementGroups.get(pair.now)];
    if (!before || !after) return [];
    const at = { old: origins.name(before), now: origins.name(after), concerns: [] };
    return [
      ...textChanges(before.title, after.title, language, { what: `the title of the statements "${after.id}"`, isRead: true, ...at }),
      ...textChanges(before.text, after.text, language, { what: `the text of the statements "${after.id}"`, isRead: true, ...at }),
    ];
  });
  return [...said, ...moved];
}
