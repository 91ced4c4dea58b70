import type { Statement } from "../../model/delphi.ts";
import type { Item } from "../../model/instrument.ts";
import { copyOrigin } from "../../model/origins.ts";

const ITEMS = new WeakMap<Statement, Item>();

/** A statement as an item, so that it is answered by the same controls; it leads to where the statement is written. */
export function statementItem(statement: Statement, wordingIn?: Item["stem"]): Item {
  const known = ITEMS.get(statement);
  if (known !== undefined && known.stem === (wordingIn ?? statement.text)) return known;
  const item: Item = {
    id: statement.id,
    section: statement.group,
    stem: wordingIn ?? statement.text,
    reverse: false,
    require: false,
    checks: [],
    scored: true,
  };
  copyOrigin(statement, item);
  ITEMS.set(statement, item);
  return item;
}
