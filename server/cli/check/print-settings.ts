import { settingsBeside } from "../../analysis/settingsBeside.ts";
import { compareText } from "../files/discover.ts";
import { hostOf, type ReadDocument } from "./read-documents.ts";

/** `--show-config`: the settings that hold for each file, with what it inherits. */
export function printSettings(documents: readonly ReadDocument[], cwd: string): string {
  const files = documents
    .toSorted((a, b) => compareText(a.file, b.file))
    .map((document) => {
      const { settings, path } = settingsBeside(hostOf(document, cwd));
      return {
        file: document.file,
        // The path that patterns of `overrides` are compared with.
        path,
        severities: Object.fromEntries(settings.severities),
        overrides: settings.overrides.map(({ files: pattern, severities }) => ({
          files: pattern,
          severities: Object.fromEntries(severities),
        })),
        targets: settings.targets,
        lexicon: Object.fromEntries(settings.lexicon),
      };
    });
  return `{"version":1,\n "files":[${files.map((file) => `\n  ${JSON.stringify(file)}`).join(",")}]}\n`;
}
