/** The names of a file of settings; where a folder has both, the first is read. */
export const SETTINGS_FILES = ["scalewright.config.yaml", "scalewright.config.yml"] as const;
