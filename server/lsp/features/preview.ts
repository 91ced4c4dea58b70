import type { Analysis } from "../../analysis/analysis.ts";
import { showsFindings, viewOf, type Wish } from "../../features/preview.ts";
import { translatedView, translationBody } from "../../features/translationPreview.ts";
import { translationWords } from "../../features/translationWords.ts";
import { languageOf } from "../../language/language.ts";
import { renderBody } from "../../preview/body.ts";
import { languageTags } from "../../preview/languages.ts";
import { modesOf } from "../../preview/modes.ts";
import type { Words } from "../../translation/withTranslations.ts";
import type { OpenDocument } from "../documents.ts";
import type { LspFeature } from "../feature.ts";
import { listedTranslations } from "../listedTranslations.ts";
import { pageChanges } from "../pageChange.ts";
import { ratingsBeside } from "../ratingsBeside.ts";
import { type Preview, type PreviewMode, type PreviewParams, type PreviewResult, requests } from "../requests.ts";
import { translationsOf } from "../translationsBeside.ts";
import type { Workspace } from "../workspace.ts";

/** The body of a preview, made on the server so that the editor only shows it. */
export const preview: LspFeature = {
  capabilities: {},
  register: (connection, { withDocument, later, check, workspace }) => {
    const list = listedTranslations(workspace);
    const change = pageChanges();
    const answer = (made: Made | null, { page }: PreviewParams): PreviewResult => made && { ...made, ...change(made.html, page) };
    return [
      connection.onRequest(requests.preview, (params: PreviewParams): PreviewResult | Promise<PreviewResult> =>
        withDocument<PreviewResult>("preview", params.uri, null, (shown) => {
          if (!SHOWN.has(shown.analysis.kind)) return answer(previewOf(shown, params, []), params);
          return later<PreviewResult>("preview", null, async () => {
            const [translations, more] = await Promise.all([
              list().then((uris) => translationsOf(shown, workspace, uris)),
              moreFor(shown, params, workspace),
            ]);
            if (params.mode !== "translation" && showsFindings(params.mode)) check(params.uri);
            // The document may have changed while its translations were read.
            return withDocument<PreviewResult>("preview", params.uri, null, (document) =>
              answer(previewOf(document, params, wordsOf(document, translations), more), params),
            );
          });
        }),
      ),
    ];
  },
};

/** A preview with the whole of its markup. */
type Made = Omit<Preview, "html" | "places" | "number"> & { readonly html: string };

/** What a preview needs besides its document: the drawing of graphs, which is loaded when it is asked for, and ratings. */
type More = Pick<Wish, "layOut" | "ratings">;

async function moreFor({ uri, analysis }: OpenDocument, { mode }: PreviewParams, workspace: Workspace): Promise<More> {
  return {
    layOut: mode === "flow" ? (await import("../../preview/graph/layOut.ts")).layOut : undefined,
    ratings: analysis.delphi && (await ratingsBeside(uri, analysis.delphi, workspace)),
  };
}

function previewOf({ analysis, version }: OpenDocument, params: PreviewParams, translations: readonly Words[], more?: More): Made | null {
  if (analysis.kind === "translation") return translationOf(analysis, version, params.mode);
  if (!SHOWN.has(analysis.kind)) return null;
  const { language } = params;
  const modes = modesOf(analysis);
  const mode = modes.find((one) => one === params.mode) ?? modes[0] ?? "participant";
  let whole = true;
  let end: number | undefined;
  // Counted from the first score, so that each time at least one more is known.
  const isTime = () => {
    end ??= performance.now() + (params.again ? LATER : FIRST);
    whole &&= performance.now() < end;
    return !whole;
  };
  const filled = params.filled && new Map(Object.entries(params.filled));
  const view = viewOf(analysis, { ...more, language, translations, filled, mode, isTime });
  const languages = languageTags(view.instrument);
  const shown = languageOf(language ?? languages[0] ?? "en");
  return {
    html: renderBody(view, mode),
    whole,
    version,
    language: shown.tag,
    rightToLeft: shown.direction === "rtl",
    languages,
    mode,
    modes,
  };
}

/** Milliseconds after which what is known of scores is shown, and the rest when it is asked for again; then there is more time for it. */
const [FIRST, LATER] = [40, 400];

const SHOWN: ReadonlySet<Analysis["kind"]> = new Set(["instrument", "delphi", "guide", "study"]);

function wordsOf({ analysis }: OpenDocument, translations: readonly OpenDocument[]): readonly Words[] {
  return translations.flatMap((translation) => translationWords(analysis, translation.analysis) ?? []);
}

/** Its texts beside those of the document, or the questionnaire as its participants meet it. */
function translationOf(analysis: Analysis, version: number, mode: PreviewMode): Made | null {
  const body = translationBody(analysis);
  if (body === undefined) return null;
  const view = translatedView(analysis);
  const modes: readonly PreviewMode[] = view === undefined ? ["translation"] : ["translation", "participant"];
  if (view === undefined || mode !== "participant")
    return { html: body, whole: true, version, language: "en", rightToLeft: false, languages: [], mode: "translation", modes };
  const shown = languageOf(view.language ?? "en");
  return {
    html: renderBody(view, "participant"),
    whole: true,
    version,
    language: shown.tag,
    rightToLeft: shown.direction === "rtl",
    languages: [],
    mode,
    modes,
  };
}
