import type { Analysis } from "../../analysis/analysis.ts";
import type { Ratings } from "../../delphi/ratings.ts";
import { readRatings } from "../../delphi/readRatings.ts";
import { viewOf, type Wish } from "../../features/preview.ts";
import { languageTags } from "../../preview/languages.ts";
import { MODES, modesOf, pageModes } from "../../preview/modes.ts";
import { renderPage } from "../../preview/page.ts";
import type { Mode, View } from "../../preview/view.ts";
import type { Arguments } from "../arguments.ts";
import { type Command, HELP, OUT } from "../command.ts";
import { showFindings } from "../delphi/decide.ts";
import { readTable } from "../delphi/read-table.ts";
import { loadOneDocument } from "../document/load-document.ts";
import { translationsBeside } from "../document/translations-beside.ts";
import { writeResult } from "../files/write-result.ts";
import { suggestion } from "../nearest.ts";
import { EXIT, refuse, type World } from "../world.ts";

export const preview: Command = {
  usage: "FILE [options]",
  about: [
    "Writes a document as a page that needs nothing else. A questionnaire as those who answer see it, with what a reviewer must judge, by its scores, " +
      "and with --mode flow the way through it, drawn; a Delphi study as a panellist sees its rounds, by its rule and its decisions, and as a flow; a " +
      "topic guide as a sheet to print and by what it covers; a study as a page to read and by what it covers.",
  ],
  options: [
    {
      name: "mode",
      value: "MODE",
      choices: MODES,
      repeat: true,
      summary: "what the page shows; by default everything but the flow of a questionnaire",
    },
    { name: "language", value: "TAG", summary: "the language to begin with" },
    { name: "ratings", value: "FILE", summary: "the ratings of a Delphi study, for feedback and decisions" },
    { name: "panel", value: "FILE", summary: "who was invited to which rounds of a Delphi study" },
    { name: "panellist", value: "ID", summary: "the panellist whose own ratings the feedback shows" },
    OUT,
    { name: "stdin-filename", value: "NAME", summary: "the name of what is read from standard input" },
    HELP,
  ],
  examples: [
    { says: "a page to send to a co-author", line: "preview phq9.instrument.yaml -o phq9.html" },
    { says: "the way through a questionnaire", line: "preview survey.instrument.yaml --mode flow -o flow.html" },
    { says: "the rounds of a Delphi study with feedback", line: "preview core-set.delphi.yaml --ratings ratings.csv -o rounds.html" },
  ],
  run: async (given, world) => {
    const [file, ...more] = given.operands;
    if (more.length > 0) return refuse(world, "preview takes one document");
    const read = await loadOneDocument(file, ["instrument", "delphi", "guide", "study"], world, given.text("stdin-filename"));
    if ("wrong" in read) return refuse(world, read.wrong);
    const { analysis, document } = read.loaded;
    const wanted = modesFor(analysis, given);
    if ("wrong" in wanted) return refuse(world, `"${document.file}" ${wanted.wrong}`);
    const rated = await ratingsFor(analysis, given, world);
    if ("wrong" in rated) return refuse(world, rated.wrong);
    const language = given.text("language");
    const view = viewOf(analysis, {
      language,
      translations: analysis.kind === "instrument" ? translationsBeside(document, analysis, world.cwd).map(({ words }) => words) : [],
      ratings: rated.ratings,
      panellist: rated.panellist,
      layOut: await layOutFor(analysis, wanted.modes),
    });
    const known = languageTags(view.instrument);
    if (language !== undefined && !known.includes(language))
      return refuse(
        world,
        `the ${analysis.kind === "instrument" ? "instrument" : "document"} has no texts in "${language}"${suggestion(language, known)}`,
      );
    const wrong = writeResult(renderPage(view, wanted.modes ?? pageModes(view)), given.text("out"), world);
    if (wrong !== undefined) return refuse(world, wrong);
    return rated.errors > 0 ? EXIT.findings : EXIT.fine;
  },
};

const NAMES: Readonly<Record<string, string>> = {
  instrument: "an instrument",
  delphi: "a Delphi study",
  guide: "a topic guide",
  study: "a study",
};

/** The modes that were asked for, in the order of the document's; undefined where none were. */
function modesFor(analysis: Analysis, given: Arguments): { readonly modes?: readonly Mode[] } | { readonly wrong: string } {
  const known = modesOf(analysis);
  const asked = given.texts("mode");
  const other = asked.find((mode) => !known.some((one) => one === mode));
  if (other !== undefined)
    return { wrong: `is ${NAMES[analysis.kind ?? ""] ?? "a document"} and has no mode "${other}"; it has ${known.join(", ")}` };
  return asked.length === 0 ? {} : { modes: known.filter((mode) => asked.includes(mode)) };
}

/** What draws is large, and is loaded only where something is drawn. */
async function layOutFor({ delphi }: Analysis, modes: readonly Mode[] | undefined): Promise<View["layOut"]> {
  const isDrawn = modes === undefined ? delphi !== undefined : modes.includes("flow");
  return isDrawn ? (await import("../../preview/graph/layOut.ts")).layOut : undefined;
}

type Found = Pick<Wish, "ratings" | "panellist"> & { readonly errors: number };

/** The ratings of a Delphi study, where they are asked for; what is wrong with them is shown. */
async function ratingsFor({ delphi }: Analysis, given: Arguments, world: World): Promise<Found | { readonly wrong: string }> {
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

function withPanellist(ratings: Ratings, panellist: string, errors: number): Found | { readonly wrong: string } {
  const ids = ratings.panellists.map(({ id }) => id);
  const known = ids.find((id) => id === panellist) ?? ids.find((id) => id.toLowerCase() === panellist.toLowerCase());
  return known === undefined
    ? { wrong: `the ratings have no panellist "${panellist}"${suggestion(panellist, ids)}` }
    : { ratings, panellist: known, errors };
}
