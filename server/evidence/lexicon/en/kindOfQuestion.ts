import type { QuestionKind } from "../lexicon.ts";

const KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  ["frequency", /\bhow (?:often|frequently)\b/i],
  ["agreement", /\b(?:agree|disagree|agreement)\b/i],
  ["satisfaction", /\bhow (?:satisfied|dissatisfied)\b/i],
  ["importance", /\bhow important\b/i],
  ["likelihood", /\bhow likely\b/i],
  ["number", /\bhow many\b/i],
];

/** What none of these can do without. */
const MAY_ASK = /\bhow |agree/i;

const YES_OR_NO = /^(?:do|does|did|have|has|had|are|is|was|were|will|would|can|could|should) (?:you|your|there|it|this|the)\b[^?.]*\?$/i;

/** What a question asks for; undefined where it asks for nothing that is known, or for two things. */
export function kindOfQuestion(text: string): QuestionKind | undefined {
  const kinds = MAY_ASK.test(text) ? KINDS.filter(([, words]) => words.test(text)) : [];
  if (kinds.length > 0) return kinds.length === 1 ? kinds[0]?.[0] : undefined;
  return YES_OR_NO.test(text.trim()) ? "yes or no" : undefined;
}
