import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folders that the harness works with. Everything it installs or writes lies in `run`, which git ignores. */
export const folders = (() => {
  const harness = path.dirname(fileURLToPath(import.meta.url));
  const project = path.join(harness, "..", "..");
  return {
    harness,
    project,
    run: path.join(harness, ".run"),
    workspace: path.join(harness, "workspace"),
    screenshots: path.join(harness, "screenshots"),
  } as const;
})();
