/** What a finding protects. Settings may name a category in the place of a code. */
export type Category = "text" | "responses" | "wording" | "routing" | "scores" | "delphi" | "studies" | "versions" | "data";

const CODES: Record<Category, string> = {
  text: `yaml-syntax formula-syntax unknown-value multiple-documents duplicate-anchor undefined-alias unknown-key missing-key wrong-type duplicate-id invalid-id
    comment-in-text truncated-flow-value comment-in-formula number-like-id yaml-1-1-boolean tab-indent duplicate-key unsupported-format-version alias-expansion-limit
    import-not-found import-cycle import-outside-workspace unused-response unused-recode unused-table unused-import undefined-name ignored-without-reason unused-ignore`,
  responses: `duplicate-code duplicate-label code-gap missing-code-in-range option-without-score label-against-code label-order unbalanced-options option-count partly-labelled
    neutral-mixed-with-unknown overlapping-ranges range-gap not-exhaustive exclusive-option-missing other-without-text number-without-bounds number-without-unit
    inverted-bounds key-not-an-option skipped-outside-range key-without-effect`,
  wording: `double-barrelled-item leading-item double-negative-item absolute-term vague-quantifier undefined-abbreviation long-stem hard-to-read-stem no-reference-period
    mixed-reference-periods recall-direction unanswerable-recall presupposition-without-filter stem-response-mismatch large-matrix single-polarity-scale
    mixed-stems-in-score forced-sensitive-item sensitive-item-first no-consent-before-data bundled-consent preticked-consent free-text-may-identify
    anonymous-with-identifier identifying-combination screen-out-after-sensitive empty-translation untranslated-text unknown-translation translation-drift same-stem-twice`,
  routing: `forward-reference unreachable-item always-true-condition mutually-hidden-items routing-cycle impossible-option-comparison required-but-unreachable
    skipped-without-value piped-before-asked screen-out-impossible dead-section type-mismatch not-a-truth-value unknown-function wrong-argument-count
    missing-forced-to-truth unreachable-option part-without-effect check-without-effect empty-section`,
  scores: `orphan-item item-twice-in-score same-formula-twice score-cycle name-clash reverse-without-range minus-on-reversed reversed-twice reverse-not-in-score
    mixed-polarity-in-score raw-reversed-item-in-formula mixed-ranges-in-score foreign-response-in-score no-missing-rule recode-gap fill-missing need-with-allow
    code-instead-of-score number-among-answers span-catches-foreign-item span-backwards case-never-reached cases-without-otherwise unreachable-recode-row cut-off-against-direction
    test-answers-unknown-code test-expects-unknown impossible-missing-rule ambiguous-missing-rule group-statistic-in-person-score group-score-on-person
    blanks-counted-as-zero never-a-value flag-without-effect declared-range-wrong range-unbounded band-gap band-overlap band-inverted band-outside-range band-unreachable cut-off-outside-range
    cut-off-without-source cut-off-on-attainable-boundary rounding-undeclared hidden-intermediate-rounding float-like-cut-off recode-not-total lookup-not-total
    lookup-not-monotone parameter-table-unnamed norms-not-read norms-by-other-codes covariate-not-collected no-direction step-order clock-arithmetic possible-division-by-zero missing-safety-signpost
    straight-line-score untested-score failing-scoring-test surviving-mutation effect-inconsistent effect-unit-exceeds-range effect-unit-large
    effect-direction-missing altered-instrument version-missing licence-missing restricted-text-without-permission`,
  delphi: `rating-bands-overlap rating-bands-gap rating-bands-outside-scale unable-code-in-range include-exclude-overlap rule-unreachable no-otherwise
    threshold-on-attainable-count small-group-veto unequal-groups-pooled minimum-above-panel quantile-type-missing rand-ucla-off-scale disagreement-method-missing
    mean-on-small-ordinal threshold-changes-between-rounds scale-changes-between-rounds consensus-declared-late feedback-in-first-round own-feedback-under-anonymity
    reminders-under-anonymity late-statement nothing-suggested statement-changed-silently ledger-unbalanced reused-statement-id no-final-rule percent-as-fraction reminder-after-close same-statement-twice round-without-dates round-dates-overlap
    round-closes-before-it-opens group-minimum-above-target panel-burden stability-needs-links stability-impossible chi-square-too-small affected-people-not-on-panel`,
  studies: `covers-unknown construct-not-covered minutes-over-duration closed-question leading-question no-opening-question no-closing-question recording-without-consent
    quotation-without-consent phase-cycle image-use-without-consent photo-without-safeguard photo-without-alternative distress-protocol-missing group-size audience-unused hierarchy-mixed
    sample-from-later-phase sample-on-unknown-item no-contact-consent contact-in-response-file more-cells-than-target cut-outside-range wave-windows-overlap wave-window-inverted section-in-no-wave nobody-eligible
    anchor-missing item-changed-between-waves recall-longer-than-wave-gap linkage-without-consent identifier-exported coarsening-too-fine small-group-reported
    withdrawal-unstated unused-consent tenure-shorter-than-recall`,
  versions: "undeclared-breaking-change version-not-bumped",
  data: `answer-outside-response answered-when-not-asked unknown-column missing-column expected-column-unknown duplicate-row-id ragged-row unclosed-quote
    unreadable-encoding data-file-not-found kept-column-named-like-a-score unknown-statement unknown-group rating-outside-response panellist-in-two-groups rating-repeated`,
};

const CATEGORIES = new Map<string, Category>(
  (Object.keys(CODES) as Category[]).flatMap((category) => CODES[category].split(/\s+/).map((code) => [code, category] as const)),
);

export const categoryOf = (code: string): Category | undefined => CATEGORIES.get(code);

/** The names of the categories, for settings and lists. */
export const categories = Object.keys(CODES) as readonly Category[];
