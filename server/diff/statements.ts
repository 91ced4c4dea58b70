import type { Delphi, Statement } from "../model/delphi.ts";
import { origins } from "../model/origins.ts";
import { addedAndRemoved } from "./addedAndRemoved.ts";
import type { Change } from "./change.ts";
import { isReordered, matched } from "./renamed.ts";
import { inOwnLanguage, plain, textChanges } from "./texts.ts";

/** How the statements of a Delphi study differ. */
export function statementChanges(old: Delphi, now: Delphi, language: string | undefined): Change[] {
  const text = (statement: Statement) => plain(inOwnLanguage(statement.text, language) ?? "");
  const statements = matched(old.statements, now.statements, (statement) => text(statement) || undefined);
  const changes = addedAndRemoved("statement", { old: old.statements, now: now.statements }, statements, () => []);
  for (const pair of statements.both) {
    const [before, after] = [old.statements.get(pair.old), now.statements.get(pair.now)];
    if (!before || !after) continue;
    const at = { old: origins.name(before), now: origins.name(after), concerns: [] };
    if (pair.old !== pair.now)
      changes.push({
        class: "data column",
        needs: "major",
        message: `statement "${pair.old}" is now called "${pair.now}"`,
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
  return changes;
}
