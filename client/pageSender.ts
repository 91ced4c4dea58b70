import type { PageShown, Preview } from "../server/lsp/requests.ts";
import type { PreviewState, ToPage } from "./previewMessages.ts";

/** Says to one page what it is to show, and remembers which answer of the server it has. */
export interface PageSender {
  /** What the server is to be told of the page when it is asked. */
  shown(): PageShown;
  /** Nothing where the page has begun anew since the server was asked: it lacks what the answer goes on from. */
  show(answer: Preview, state: PreviewState, asked: PageShown): ToPage | undefined;
  /** The page has begun anew, and has nothing. */
  forget(): void;
}

export function pageSender(): PageSender {
  const id = crypto.randomUUID();
  let shows = 0;
  return {
    shown: () => ({ id, shows }),
    show({ html, places, number, ...preview }, state, asked) {
      if (asked.shows !== shows) return undefined;
      shows = number;
      return { kind: "show", shown: { preview, state }, html, places };
    },
    forget() {
      shows = 0;
    },
  };
}
