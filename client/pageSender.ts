import type { Preview } from "../server/lsp/requests.ts";
import { changeOf, withoutPlaces } from "./pageUpdate.ts";
import type { PreviewState, ToPage } from "./previewMessages.ts";

/** Says to one page what it is to show, and remembers what it has. */
export interface PageSender {
  show(preview: Preview, state: PreviewState): ToPage;
  /** The page has begun anew, and has nothing. */
  forget(): void;
}

export function pageSender(): PageSender {
  const nothing = { html: "", places: "" };
  let sent = nothing;
  return {
    show({ html, ...preview }, state) {
      const next = withoutPlaces(html);
      const message: ToPage = {
        kind: "show",
        shown: { preview, state },
        html: changeOf(sent.html, next.html),
        places: changeOf(sent.places, next.places),
      };
      sent = next;
      return message;
    },
    forget() {
      sent = nothing;
    },
  };
}
