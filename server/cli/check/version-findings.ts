import { silencedOnDemand } from "../../analysis/ignores.ts";
import { settingsBeside } from "../../analysis/settingsBeside.ts";
import { withSeverities } from "../../analysis/withSeverities.ts";
import { compareVersions } from "../diff/compared.ts";
import { hostAt } from "../git/revision.ts";
import type { ChangedFiles } from "./changed-since.ts";
import type { Checked } from "./check-documents.ts";
import { hostOf, type ReadDocument } from "./read-documents.ts";
import { workspaceRoot } from "./workspace-root.ts";

const NONE: Checked = { problems: [], silenced: [] };

/** What the version numbers of changed documents fail to say, as settings and comments weigh it. A new document has nothing to say. */
export function versionFindings({ revision, formerly }: ChangedFiles, cwd: string): (document: ReadDocument) => Checked {
  return (document) => {
    const { file, absolute, text } = document;
    if (absolute === undefined || document.unreadable !== undefined) return NONE;
    const former = formerly.get(absolute) ?? absolute;
    const before = revision.read(former);
    if (before === undefined) return NONE;
    const host = hostOf(document, cwd);
    const old = { file, absolute: former, text: before, host: hostAt(revision, former, workspaceRoot(former, cwd)) };
    const { problems, now } = compareVersions(old, { file, absolute, text, host });
    const { left, silenced } = silencedOnDemand(now.analysis.text, problems);
    const { settings, path } = settingsBeside(host);
    return { problems: withSeverities(left, settings, path), silenced };
  };
}
