import { stemsOf } from "../evidence/itemWording.ts";
import type { QuestionKind } from "../evidence/lexicon/lexicon.ts";
import { type ResponseKind, responseKind } from "../evidence/responseKind.ts";
import { kindOf, type Wording, wordingsOf } from "../evidence/wording.ts";
import type { Response } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import { type Finding, rule } from "./rule.ts";

export default rule({
  code: "stem-response-mismatch",
  severity: "warning",
  summary: "The options do not answer the question, such as agreement with how often.",
  looksAt: ["item", "section"],
  check(part, context) {
    const { instrument } = context;
    const findings: Finding[] = [];
    if (part.kind === "item") {
      const response = responseOf(instrument, part.value);
      for (const stem of response ? stemsOf(part, context) : []) {
        const message = response && amiss(stem, kindOf(stem), response);
        if (message) findings.push({ at: stem.place(), message });
      }
      return findings;
    }
    const { response } = part.value;
    const written = typeof response === "string" ? instrument.responses.get(response) : response;
    for (const text of written ? wordingsOf(part.value, "text", context) : []) {
      const kind = kindOf(text);
      const message = written && kind !== "yes or no" && amiss(text, kind, written);
      if (message) findings.push({ at: text.place(), message });
    }
    return findings;
  },
});

function amiss({ lexicon }: Wording, asked: QuestionKind | undefined, response: Response): string | undefined {
  const answered = asked && responseKind(response, lexicon);
  if (!asked || !answered || !UNFIT[asked].includes(answered)) return undefined;
  return `this asks ${ASKED[asked]}, and the options say ${ANSWERED[answered]}`;
}

/** Pairs that never fit. How many, and yes or no, are answered in several ways. */
const UNFIT: Record<QuestionKind, readonly ResponseKind[]> = {
  frequency: ["agreement", "satisfaction", "importance", "likelihood", "yes or no"],
  agreement: ["frequency", "satisfaction", "importance", "likelihood"],
  satisfaction: ["agreement", "frequency", "importance", "likelihood", "yes or no"],
  importance: ["agreement", "frequency", "satisfaction", "likelihood", "yes or no"],
  likelihood: ["agreement", "frequency", "satisfaction", "importance", "yes or no"],
  number: ["agreement", "satisfaction", "importance", "likelihood", "yes or no"],
  "yes or no": ["agreement"],
};

const ASKED: Record<QuestionKind, string> = {
  frequency: "how often",
  agreement: "how far people agree",
  satisfaction: "how satisfied people are",
  importance: "how important something is",
  likelihood: "how likely something is",
  number: "how many",
  "yes or no": "for yes or no",
};
const ANSWERED: Record<ResponseKind, string> = {
  agreement: "how far one agrees",
  frequency: "how often",
  satisfaction: "how satisfied one is",
  importance: "how important it is",
  likelihood: "how likely it is",
  "yes or no": "yes or no",
};
