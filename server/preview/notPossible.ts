import type { Phrases } from "../language/phrases.ts";
import type { Response } from "../model/instrument.ts";
import { stepOf } from "../model/resolve.ts";
import { ONE } from "../number/exact.ts";
import { numberBounds } from "./numberBounds.ts";

/** Why an answer that was written is none, for whoever answers: what was written, and what a response of its kind takes. */
export function notPossible(given: string, response: Response | undefined, phrases: Phrases): string {
  const wanted = response === undefined ? undefined : wantedBy(response, phrases);
  return wanted === undefined ? phrases.text("notPossible", { given }) : phrases.text("wanted", { given, wanted });
}

/** "a whole number (16 to 120)", "a number (0 to 10) in steps of 0.5" */
function wantedBy(response: Response, phrases: Phrases): string | undefined {
  switch (response.type) {
    case "rating":
    case "vas":
    case "integer":
    case "decimal": {
      const step = stepOf(response);
      const isWhole = response.type === "integer" || step?.equals(ONE) === true;
      const bounds = numberBounds(response, phrases);
      const parts = [
        phrases.text(isWhole ? "wholeNumber" : "someNumber"),
        bounds === undefined ? "" : `(${bounds})`,
        step === undefined || step.equals(ONE) ? "" : phrases.text("inSteps", { step: phrases.number(step) }),
      ];
      return parts.filter((part) => part !== "").join(" ");
    }
    case "date":
    case "time":
      return phrases.text(response.type);
    default:
      return undefined;
  }
}
