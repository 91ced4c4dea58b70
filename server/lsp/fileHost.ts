import type { Host } from "../analysis/analysis.ts";

/** What a server reads beside its open documents. */
export interface Files {
  /** The text of a file by its URI; undefined where there is none. */
  read(uri: string): string | undefined;
  /** The documents of a folder and of those below it. */
  list?(root: string): Promise<readonly string[]>;
  /** The URIs of the studies in a folder, where folders can be listed at once. */
  studies?(folder: string): readonly string[] | undefined;
}

/** The files beside a document. `roots`: the folders that are worked in; without any, the document's own folder. */
export function hostBeside(uri: string, files: Files, roots: readonly string[]): Host {
  const at = (path: string) => {
    try {
      return new URL(path.split("/").map(encodeURIComponent).join("/"), uri).href;
    } catch {
      return undefined;
    }
  };
  const home = roots.find((root) => uri.startsWith(slashed(root))) ?? uri.slice(0, uri.lastIndexOf("/") + 1);
  return {
    own: decodeURI(uri),
    read: (path) => {
      const target = at(path);
      return target === undefined ? undefined : files.read(target);
    },
    isOutside: (path) => {
      const target = at(path);
      return target !== undefined && (/^[a-z]+:/i.test(path) || !target.startsWith(slashed(home)));
    },
    ...(files.studies && uri.startsWith("file:") && { studies: () => studiesNear(uri, files, home) }),
    nameOf: (path) => at(path) ?? path,
    beside: (path) => hostBeside(at(path) ?? uri, files, [home]),
  };
}

/** Of the folder and the one above it, as far as that is worked in. */
function studiesNear(uri: string, { studies }: Files, home: string): readonly string[] {
  return ["./", "../"].flatMap((step) => {
    const folder = new URL(step, uri).href;
    if (!folder.startsWith(slashed(home))) return [];
    return (studies?.(folder) ?? []).map((study) => step + decodeURIComponent(study.slice(study.lastIndexOf("/") + 1)));
  });
}

const slashed = (root: string) => (root.endsWith("/") ? root : `${root}/`);
