import type { Analysis } from "../../analysis/analysis.ts";
import { viewOf } from "../../features/preview.ts";
import { languageTags } from "../../preview/languages.ts";
import { MODES, modesOf, pageModes } from "../../preview/modes.ts";
import { renderPage } from "../../preview/page.ts";
import type { Mode, View } from "../../preview/view.ts";
import type { Arguments } from "../arguments.ts";
import { type Command, HELP, OUT } from "../command.ts";
import { RATINGS, ratingsFor } from "../delphi/ratings-for.ts";
import { loadOneDocument } from "../document/load-document.ts";
import { translationsBeside } from "../document/translations-beside.ts";
import { writeResult } from "../files/write-result.ts";
import { suggestion } from "../nearest.ts";
import { EXIT, refuse } from "../world.ts";

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
    ...RATINGS,
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
      translations: translationsBeside(document, analysis, world.cwd).map(({ words }) => words),
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
