import file from "../../package.json" with { type: "json" };

const manifest: { readonly version: string; readonly homepage?: string; readonly bugs?: { readonly url: string } } = file;

/** The version of the tool, as the package says. */
export const VERSION = manifest.version;

/** Where a fault is reported. */
export const REPORT_TO = manifest.bugs?.url ?? "the issue tracker named in the README";

/** The page of a finding in the project's repository, where the package says which that is. */
export function pageUrl(code: string): string | undefined {
  return manifest.homepage === undefined
    ? undefined
    : `${manifest.homepage.replace(/[#/]*(?:readme)?$/, "")}/blob/main/server/rules/${code}.md`;
}
