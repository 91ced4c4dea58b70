import type { Ratings } from "../delphi/ratings.ts";
import { readRatings } from "../delphi/readRatings.ts";
import type { Delphi } from "../model/delphi.ts";
import { csvCells } from "../scoring/csvCells.ts";
import type { Workspace } from "./workspace.ts";

/** A preview asks with each key that is pressed, and a file of ratings may be large: it is read again only after a while. */
const KEPT_FOR = 3000;
/** Larger ratings are for the command line. */
const MOST_LETTERS = 5_000_000;

interface Kept {
  readonly since: number;
  readonly table: ReturnType<typeof csvCells> | undefined;
}

const KEPT = new WeakMap<Workspace, Map<string, Kept>>();

/** The ratings of a study where they lie beside it as `NAME-ratings.csv`, or in its folder `data`; undefined where there are none that can be read. */
export async function ratingsBeside(uri: string, study: Delphi, workspace: Workspace): Promise<Ratings | undefined> {
  const table = await tableBeside(uri, workspace);
  if (table === undefined || "wrong" in table) return undefined;
  const read = readRatings(study, table);
  return "wrong" in read ? undefined : read.ratings;
}

async function tableBeside(uri: string, workspace: Workspace): Promise<Kept["table"]> {
  const files = KEPT.get(workspace) ?? new Map<string, Kept>();
  KEPT.set(workspace, files);
  const known = files.get(uri);
  if (known !== undefined && Date.now() - known.since < KEPT_FOR) return known.table;
  const [folder, name] = [uri.slice(0, uri.lastIndexOf("/") + 1), uri.slice(uri.lastIndexOf("/") + 1).replace(/(?:\.delphi)?\.ya?ml$/, "")];
  const text = (await workspace.read(`${folder}${name}-ratings.csv`)) ?? (await workspace.read(`${folder}data/${name}-ratings.csv`));
  const table = text === undefined || text.length > MOST_LETTERS ? undefined : csvCells(text);
  files.set(uri, { since: Date.now(), table });
  return table;
}
