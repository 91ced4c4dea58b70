/** The language of our documents in the editor. */
export const LANGUAGE = "scalewright";

/** The endings that make a file ours. Plain `.yaml` files are never touched. */
export const KINDS = ["instrument", "delphi", "guide", "study", "library", "translation"] as const;

export const CONFIGURATION_FILES = ["scalewright.config.yaml", "scalewright.config.yml"] as const;

/** Our documents, and the tables and answers that they name, as one glob each. */
export const globs = {
  documents: `**/*.{${KINDS.join(",")}}.{yaml,yml}`,
  configuration: `**/{${CONFIGURATION_FILES.join(",")}}`,
  data: "**/*.csv",
} as const;
