import { viewOf } from "../../features/preview.ts";
import { renderBody } from "../../preview/body.ts";
import { languageOf } from "../../preview/language.ts";
import { languageTags } from "../../preview/languages.ts";
import type { LspFeature } from "../feature.ts";
import { type PreviewParams, type PreviewResult, requests } from "../requests.ts";

/** The body of a preview, made on the server so that the editor only shows it. */
export const preview: LspFeature = {
  capabilities: {},
  register: (connection, { withDocument }) => [
    connection.onRequest(
      requests.preview,
      ({ uri, mode, language, filled }: PreviewParams): PreviewResult =>
        withDocument<PreviewResult>("preview", uri, null, ({ analysis, version }) => {
          if (analysis.kind !== "instrument") return null;
          const shown = languageOf(language ?? analysis.instrument.metadata.language ?? "en");
          const html = renderBody(viewOf(analysis, { language, filled: filled && new Map(Object.entries(filled)) }), mode);
          return {
            html,
            version,
            language: shown.tag,
            rightToLeft: shown.direction === "rtl",
            languages: languageTags(analysis.instrument),
          };
        }),
    ),
  ],
};
