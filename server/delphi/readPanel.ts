import type { Delphi } from "../model/delphi.ts";
import { columnNamed, idFinder, type RatingsFinding, type RatingsTable } from "./ratingsTable.ts";

/** Who was invited to which rounds. */
export interface PanelMember {
  readonly id: string;
  readonly group?: string;
  readonly from: number;
  readonly to: number;
}

/** Reads `panellist,group,invited_from,invited_to`; an empty end is open. */
export function readPanel(
  study: Delphi,
  table: RatingsTable,
  groups: readonly string[],
): { readonly members: readonly PanelMember[]; readonly findings: readonly RatingsFinding[]; readonly wrong?: string } {
  const column = { id: columnNamed(table, "panellist"), group: columnNamed(table, "group") };
  const [from, to] = [columnNamed(table, "invited_from"), columnNamed(table, "invited_to")];
  if (column.id < 0) return { members: [], findings: [], wrong: `missing-column: the panel has no column "panellist"` };
  const groupOf = idFinder(groups);
  const findings: RatingsFinding[] = [];
  const members = new Map<string, PanelMember>();
  for (const [row, cells] of table.rows.entries()) {
    const id = cells[column.id]?.trim() ?? "";
    if (id === "") continue;
    const written = column.group < 0 ? "" : (cells[column.group]?.trim() ?? "");
    const group = written === "" ? (groups.length === 1 ? groups[0] : undefined) : groupOf(written);
    if (written !== "" && group === undefined)
      findings.push({ code: "unknown-group", severity: "error", message: unknownGroup(written, groups), row, column: "group" });
    const known = members.get(id.toLowerCase());
    if (known) {
      if (known.group !== group && study.panel.membership !== "primary_of_many")
        findings.push({ code: "panellist-in-two-groups", severity: "error", message: twoGroups(id, known.group, group), row });
      continue;
    }
    members.set(id.toLowerCase(), { id, group, from: roundIn(cells[from], 0), to: roundIn(cells[to], Number.POSITIVE_INFINITY) });
  }
  return { members: [...members.values()], findings };
}

function roundIn(cell: string | undefined, open: number): number {
  const text = cell?.trim() ?? "";
  return /^\d+$/.test(text) ? Number(text) : open;
}

export const unknownGroup = (written: string, groups: readonly string[]): string =>
  `no group is called "${written}"${groups.length > 0 ? `: known are ${groups.join(", ")}` : ""}`;

export const twoGroups = (id: string, one: string | undefined, other: string | undefined): string =>
  `"${id}" belongs to "${one ?? ""}" and to "${other ?? ""}", and each panellist belongs to one group: the first counts`;
