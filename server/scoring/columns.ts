import type { Instrument, Item } from "../model/instrument.ts";
import { isCode, responseOf, routingOf } from "../model/resolve.ts";
import { answerReader, BLANK, type CellForm, type ReadAnswer } from "./answers.ts";
import type { DataFinding } from "./dataFinding.ts";

/** Which column is which item. */
export interface ColumnOptions extends CellForm {
  /** Column name -> item, for columns that are named otherwise; `item__code` for one column per option of a multiple response. */
  readonly map?: ReadonlyMap<string, string>;
  /** Further spellings of a blank cell. */
  readonly blank?: ReadonlySet<string>;
}

/** One item and the column, or the columns of its options, that hold its answers. */
export interface ItemColumn {
  readonly item: Item;
  /** As in the header; the first of several. */
  readonly name: string;
  /** Its place in the row, where one column holds the answer. */
  readonly at?: number;
  /** True where the item has a condition, so that it may be answered without being asked. */
  readonly routed: boolean;
  read(cells: readonly string[]): ReadAnswer;
}

/** The columns of a data file: those of items, and the places of all others. Headers match ids exactly, then without regard to case. */
export function itemColumns(
  instrument: Instrument,
  header: readonly string[],
  options: ColumnOptions,
): { readonly columns: readonly ItemColumn[]; readonly others: readonly number[]; readonly findings: readonly DataFinding[] } {
  const found = new Map<string, number>();
  const ticks = new Map<string, Tick[]>();
  const others: number[] = [];
  const lower = new Map([...instrument.items.ids()].reverse().map((id) => [id.toLowerCase(), id]));
  // Columns that match exactly come first, so that another spelling of the same id never takes their place.
  const places = header.map((_, at) => at);
  const wanted = (at: number): string => options.map?.get(header[at] ?? "") ?? (header[at] ?? "").trim();
  for (const at of places) if (instrument.items.has(wanted(at)) && !found.has(wanted(at))) found.set(wanted(at), at);
  const exactly = new Set(found.values());
  for (const at of places) {
    if (exactly.has(at)) continue;
    const id = lower.get(wanted(at).toLowerCase());
    const tick = tickOf(instrument, wanted(at));
    if (id !== undefined && !found.has(id)) found.set(id, at);
    else if (tick !== undefined) ticks.set(tick.item.id, [...(ticks.get(tick.item.id) ?? []), { at, code: tick.code }]);
    else others.push(at);
  }
  const columns: ItemColumn[] = [];
  for (const item of instrument.items.values()) {
    const at = found.get(item.id);
    const ticked = ticks.get(item.id);
    if (at !== undefined) columns.push(singleColumn(instrument, item, header, at, options));
    else if (ticked !== undefined) columns.push(tickColumns(instrument, item, header, ticked, options));
  }
  // An item that has a column of its own is read from there; the columns of its options are kept like any other.
  for (const [id, spare] of ticks) if (found.has(id)) others.push(...spare.map(({ at }) => at));
  others.sort((one, other) => one - other);
  const itemOf = (at: number): string | undefined => lower.get(wanted(at).toLowerCase()) ?? tickOf(instrument, wanted(at))?.item.id;
  // The first column that is no item names the person, so it is no surprise.
  const person = others.find((at) => itemOf(at) === undefined);
  const findings = others.flatMap((at): DataFinding[] => {
    if (at === person) return [];
    const column = header[at] ?? "";
    const id = itemOf(at);
    const message =
      id === undefined
        ? `the column "${column}" is no item of the instrument`
        : `the column "${column}" is not read: another one holds "${id}"`;
    return [{ code: "unknown-column", severity: "info", message, column }];
  });
  return { columns, others, findings };
}

interface Tick {
  readonly at: number;
  readonly code: string;
}

/** `reasons__pay`: the option of a multiple response that a column is about. */
function tickOf(instrument: Instrument, name: string): { readonly item: Item; readonly code: string } | undefined {
  const cut = name.indexOf("__");
  const item = cut < 0 ? undefined : instrument.items.get(name.slice(0, cut));
  const response = item && responseOf(instrument, item);
  const option = response?.type === "multiple" ? response.options.find((each) => isCode(name.slice(cut + 2), each)) : undefined;
  return item === undefined || option === undefined ? undefined : { item, code: option.code };
}

function singleColumn(instrument: Instrument, item: Item, header: readonly string[], at: number, options: ColumnOptions): ItemColumn {
  const read = answerReader(instrument, item, options);
  return {
    item,
    name: header[at] ?? "",
    at,
    routed: routingOf(instrument, item).length > 0,
    read: (cells) => {
      const cell = cells[at] ?? "";
      return options.blank?.has(cell) === true ? { answer: BLANK } : read(cell);
    },
  };
}

/** One column per option: ticked or not. Nothing ticked is a blank. */
function tickColumns(
  instrument: Instrument,
  item: Item,
  header: readonly string[],
  ticks: readonly Tick[],
  options: ColumnOptions,
): ItemColumn {
  const read = answerReader(instrument, item, { ...options, labels: false });
  return {
    item,
    name: header[ticks[0]?.at ?? 0] ?? "",
    routed: routingOf(instrument, item).length > 0,
    read: (cells) => {
      const codes: string[] = [];
      for (const { at, code } of ticks) {
        const cell = (cells[at] ?? "").trim();
        if (cell === "" || options.blank?.has(cell) === true || UNTICKED.has(cell.toLowerCase())) continue;
        if (TICKED.has(cell.toLowerCase()) || cell === code) codes.push(code);
        else {
          const problem = `"${cell}" in the column "${header[at] ?? ""}" is neither ticked (1) nor not (0)`;
          return { answer: { kind: "missing", why: "outside", text: cell }, problem };
        }
      }
      return read(codes.join(";"));
    },
  };
}

const TICKED: ReadonlySet<string> = new Set(["1", "true", "yes", "x", "checked", "ticked"]);
const UNTICKED: ReadonlySet<string> = new Set(["0", "false", "no", "unchecked"]);
