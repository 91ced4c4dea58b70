import { translationUris } from "./translationsBeside.ts";
import type { Workspace } from "./workspace.ts";

/** A list of files is good for so many milliseconds: a preview asks for it at every key that is pressed. */
const GOOD_FOR = 2000;

/** The translations of a workspace by their names, listed anew only now and then. */
export function listedTranslations(workspace: Workspace, now: () => number = Date.now): () => Promise<readonly string[]> {
  let listed: { readonly uris: Promise<readonly string[]>; readonly at: number } | undefined;
  return () => {
    if (listed === undefined || now() - listed.at > GOOD_FOR) listed = { uris: translationUris(workspace), at: now() };
    return listed.uris;
  };
}
