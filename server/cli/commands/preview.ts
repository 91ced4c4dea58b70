import { viewOf } from "../../features/preview.ts";
import { languageTags } from "../../preview/languages.ts";
import { renderPage } from "../../preview/page.ts";
import type { Mode } from "../../preview/view.ts";
import { type Command, HELP, OUT } from "../command.ts";
import { translationsBeside } from "../document/translations-beside.ts";
import { writeResult } from "../files/write-result.ts";
import { suggestion } from "../nearest.ts";
import { loadInstrument } from "../score/load-instrument.ts";
import { EXIT, refuse } from "../world.ts";

const MODES: readonly Mode[] = ["participant", "reviewer", "scores"];

export const preview: Command = {
  usage: "FILE [options]",
  about: [
    "Writes an instrument as a page that needs nothing else: as those who answer see it, with what a reviewer must judge, and by its scores.",
  ],
  options: [
    { name: "mode", value: "MODE", choices: MODES, repeat: true, summary: "what the page shows; everything by default" },
    { name: "language", value: "TAG", summary: "the language to begin with" },
    OUT,
    { name: "stdin-filename", value: "NAME", summary: "the name of what is read from standard input" },
    HELP,
  ],
  examples: [{ says: "a page to send to a co-author", line: "preview phq9.instrument.yaml -o phq9.html" }],
  run: async (given, world) => {
    const [file, ...more] = given.operands;
    if (more.length > 0) return refuse(world, "preview takes one instrument");
    const read = await loadInstrument(file, world, given.text("stdin-filename"));
    if ("wrong" in read) return refuse(world, read.wrong);
    const { analysis } = read.loaded;
    const language = given.text("language");
    const translations = translationsBeside(read.loaded.document, analysis, world.cwd).map(({ words }) => words);
    const view = viewOf(analysis, { language, translations });
    const known = languageTags(view.instrument);
    if (language !== undefined && !known.includes(language))
      return refuse(world, `the instrument has no texts in "${language}"${suggestion(language, known)}`);
    const chosen = given.texts("mode");
    const modes = chosen.length === 0 ? MODES : MODES.filter((mode) => chosen.includes(mode));
    const page = renderPage(view, modes);
    const wrong = writeResult(page, given.text("out"), world);
    return wrong === undefined ? EXIT.fine : refuse(world, wrong);
  },
};
