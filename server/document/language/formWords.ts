/** A text by the form of its number, as `Intl.PluralRules` names them. */
export type PluralWords = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * The tool's own words on what participants, panellists and interviewers hold in their hands, in one language. `{name}` is put in; the same
 * names stand in every language. Texts with `{count}` have the forms that the language has for numbers.
 */
export interface FormWords {
  readonly question: string;
  readonly answerTo: string;
  readonly partOnlyIf: string;
  readonly questionOnlyIf: string;
  readonly optionOnlyIf: string;
  readonly copyForEach: string;
  readonly copyEachTime: string;
  readonly timesAtLeast: PluralWords;
  readonly timesAtMost: PluralWords;
  readonly screenedOut: string;
  readonly tickAll: string;
  readonly tickAlone: string;
  readonly rankAll: string;
  readonly amounts: string;
  readonly shareOut: string;
  readonly fromTo: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly date: string;
  readonly time: string;
  readonly duration: string;
  readonly file: string;

  readonly version: string;
  readonly noVersion: string;
  readonly madeWith: string;
  readonly ofFile: string;

  readonly round: string;
  readonly returnBy: string;
  readonly anonymousFull: string;
  readonly anonymousQuasi: string;
  readonly anonymousNone: string;
  readonly panellist: string;
  readonly whatIsMissing: string;
  readonly suggest: string;
  readonly suggestAtMost: PluralWords;
  readonly adoptedIf: PluralWords;
  readonly newInRound: string;
  readonly suggestedBy: PluralWords;
  readonly remark: string;
  readonly placeOf: string;
  readonly nothingAsked: string;
  readonly ownRating: string;
  readonly noRating: string;
  readonly planned: string;
  readonly yourOwnRating: string;
  readonly ratingsOf: string;
  readonly group: string;
  readonly ratings: string;
  readonly everyone: string;
  readonly median: string;
  readonly mean: string;
  readonly sd: string;
  readonly middleHalf: string;
  readonly distribution: string;
  readonly tooFew: string;
  readonly consensus: string;

  readonly method: string;
  readonly interview: string;
  readonly focusGroup: string;
  readonly mixed: string;
  readonly meeting: string;
  readonly length: string;
  readonly topicsTake: string;
  readonly minutes: PluralWords;
  readonly people: PluralWords;
  readonly forWhom: string;
  readonly onlyFor: string;
  readonly sites: string;
  readonly recording: string;
  readonly sound: string;
  readonly picture: string;
  readonly notRecorded: string;
  readonly transcribed: string;
  readonly quoted: string;
  readonly notQuoted: string;
  readonly consentFirst: string;
  readonly consentTakePart: string;
  readonly consentRecording: string;
  readonly consentQuotation: string;
  readonly consentImages: string;
  readonly photographs: string;
  readonly bringPhotographs: string;
  readonly recognised: string;
  readonly notRecognised: string;
  readonly redacted: string;
  readonly publishedOnlyWith: string;
  readonly insteadOfPhotograph: string;
  readonly withPhotographs: string;
  readonly opening: string;
  readonly closing: string;
  readonly distress: string;

  /** How conditions are put; English has words for every formula elsewhere. */
  readonly conditions?: ConditionWords;
}

/** Conditions as main clauses, to stand behind a colon. */
export interface ConditionWords {
  readonly answer: string;
  readonly eachOf: string;
  readonly atLeastOneOf: string;
  readonly is: string;
  readonly isNot: string;
  readonly below: string;
  readonly atMost: string;
  readonly above: string;
  readonly atLeast: string;
  readonly between: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly answered: string;
  readonly notAnswered: string;
  readonly ticked: string;
  readonly ticks: string;
  readonly howMany: string;
  readonly sum: string;
  readonly mean: string;
  readonly quoted: string;
  readonly always: string;
  readonly never: string;
}
