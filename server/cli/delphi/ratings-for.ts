import type { Analysis } from "../../analysis/analysis.ts";
import type { Ratings } from "../../delphi/ratings.ts";
import { readRatings } from "../../delphi/readRatings.ts";
import type { Wish } from "../../features/preview.ts";
import type { Arguments } from "../arguments.ts";
import type { OptionSpec } from "../command.ts";
import { suggestion } from "../nearest.ts";
import type { World } from "../world.ts";
import { showFindings } from "./decide.ts";
import { readTable } from "./read-table.ts";

/** The options that name the ratings of a Delphi study, for commands that show them. */
export const RATINGS: readonly OptionSpec[] = [
  { name: "ratings", value: "FILE", summary: "the ratings of a Delphi study, for feedback and decisions" },
  { name: "panel", value: "FILE", summary: "who was invited to which rounds of a Delphi study" },
  { name: "panellist", value: "ID", summary: "the panellist whose own ratings the feedback shows" },
];

export type FoundRatings = Pick<Wish, "ratings" | "panellist"> & { readonly errors: number };

/** The ratings of a Delphi study, where they are asked for; what is wrong with them is shown. */
export async function ratingsFor({ delphi }: Analysis, given: Arguments, world: World): Promise<FoundRatings | { readonly wrong: string }> {
  const [file, panelFile, panellist] = [given.text("ratings"), given.text("panel"), given.text("panellist")];
  if (file === undefined) {
    const alone = panelFile !== undefined ? "panel" : panellist !== undefined ? "panellist" : undefined;
    return alone === undefined ? { errors: 0 } : { wrong: `--${alone} says nothing without --ratings` };
  }
  if (delphi === undefined) return { wrong: "only a Delphi study has ratings" };
  const table = await readTable(file, world);
  if ("wrong" in table) return table;
  const panel = panelFile === undefined ? undefined : await readTable(panelFile, world);
  if (panel !== undefined && "wrong" in panel) return panel;
  const read = readRatings(delphi, table.table, panel?.table);
  if ("wrong" in read) return { wrong: `${file}: ${read.wrong}` };
  const errors = showFindings(read.findings, table.table, world);
  return panellist === undefined ? { ratings: read.ratings, errors } : withPanellist(read.ratings, panellist, errors);
}

function withPanellist(ratings: Ratings, panellist: string, errors: number): FoundRatings | { readonly wrong: string } {
  const ids = ratings.panellists.map(({ id }) => id);
  const known = ids.find((id) => id === panellist) ?? ids.find((id) => id.toLowerCase() === panellist.toLowerCase());
  return known === undefined
    ? { wrong: `the ratings have no panellist "${panellist}"${suggestion(panellist, ids)}` }
    : { ratings, panellist: known, errors };
}
