import type { Phrase } from "./lexicon/lexicon.ts";
import { type FoundPhrase, phraseIn, type Wording } from "./wording.ts";

const AUXILIARY = `(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|may|might)`;
const SUBJECT = `(?:you|your|it|its|they|their|there|the|this|that|these|those|he|she|we|our|people|anyone|anybody|anything|any|some|most|all|staff|colleagues|managers?|patients?|clients?|a|an)`;
const CLOSED = new RegExp(
  String.raw`^(?:(?:and|so|now|then|first|overall|in general|generally|in your (?:view|opinion|experience)),?\s+)*(${AUXILIARY}\s+${SUBJECT}\b)`,
  "i",
);

/** An invitation to tell, a second and open question, or one that only asks whether there is more. */
const OPEN =
  /\b(?:how|why|what|which|when|where|who|tell|describe|explain|talk|walk (?:me|us)|say more|give (?:me|us)|share|think of|recall|an? example|examples)\b|\banything (?:else|more)\b|\banything (?:that )?(?:you|we)\b/i;

/** "Could you please introduce yourself?" and "Do you have any other comments?" ask for more than a yes. */
const INVITES =
  /\b(?:can|could|would|will|may) (?:you|i|we) (?:please|mind|begin|start|say (?!that\b|so\b)|introduce|outline|list|name|show|reflect|identify|comment|help|expand|elaborate|summari[sz]e|picture|imagine|speak|like to)|\b(?:any|other|further) (?:\w+ )?(?:comments?|questions?|thoughts|remarks|suggestions)\b/i;

/** The beginning of a question that can be answered with yes or no; undefined where it invites to say more. English only. */
export function closedWords(text: string): string | undefined {
  return OPEN.test(text) || INVITES.test(text) ? undefined : CLOSED.exec(text)?.[0];
}

const LEADING: readonly Phrase[] = [
  {
    find: /^(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|wo|ca)n['’]t (?:you|it|they|we|there|the|this|that|people|staff)\b/i,
  },
  {
    find: /,\s*(?<at>(?:is|are|was|were|do|does|did|have|has|would|could|should|wo)n['’]t (?:it|you|they|we|there|he|she|that)|right|correct)\s*\?\s*$/i,
  },
];

/** What in a question tells people the answer: as in an item of a survey, and by its grammar. */
export const leadingWords = (wording: Wording): FoundPhrase | undefined =>
  phraseIn(wording, wording.lexicon.leading) ?? phraseIn(wording, LEADING);
