import absoluteTerm from "./absolute-term.ts";
import affectedPeopleNotOnPanel from "./affected-people-not-on-panel.ts";
import aliasExpansionLimit from "./alias-expansion-limit.ts";
import alteredInstrument from "./altered-instrument.ts";
import alwaysTrueCondition from "./always-true-condition.ts";
import ambiguousMissingRule from "./ambiguous-missing-rule.ts";
import anchorMissing from "./anchor-missing.ts";
import anonymousWithIdentifier from "./anonymous-with-identifier.ts";
import audienceUnused from "./audience-unused.ts";
import bandGap from "./band-gap.ts";
import bandInverted from "./band-inverted.ts";
import bandOutsideRange from "./band-outside-range.ts";
import bandOverlap from "./band-overlap.ts";
import bandUnreachable from "./band-unreachable.ts";
import blanksCountedAsZero from "./blanks-counted-as-zero.ts";
import bundledConsent from "./bundled-consent.ts";
import caseNeverReached from "./case-never-reached.ts";
import casesWithoutOtherwise from "./cases-without-otherwise.ts";
import checkWithoutEffect from "./check-without-effect.ts";
import chiSquareTooSmall from "./chi-square-too-small.ts";
import clockArithmetic from "./clock-arithmetic.ts";
import closedQuestion from "./closed-question.ts";
import coarseningTooFine from "./coarsening-too-fine.ts";
import codeGap from "./code-gap.ts";
import codeInsteadOfScore from "./code-instead-of-score.ts";
import commentInFormula from "./comment-in-formula.ts";
import commentInText from "./comment-in-text.ts";
import consensusDeclaredLate from "./consensus-declared-late.ts";
import constructNotCovered from "./construct-not-covered.ts";
import contactInResponseFile from "./contact-in-response-file.ts";
import covariateNotCollected from "./covariate-not-collected.ts";
import coversUnknown from "./covers-unknown.ts";
import cutOffAgainstDirection from "./cut-off-against-direction.ts";
import cutOffOnAttainableBoundary from "./cut-off-on-attainable-boundary.ts";
import cutOffOutsideRange from "./cut-off-outside-range.ts";
import cutOffWithoutSource from "./cut-off-without-source.ts";
import cutOutsideRange from "./cut-outside-range.ts";
import deadSection from "./dead-section.ts";
import declaredRangeWrong from "./declared-range-wrong.ts";
import disagreementMethodMissing from "./disagreement-method-missing.ts";
import distressProtocolMissing from "./distress-protocol-missing.ts";
import doubleBarrelledItem from "./double-barrelled-item.ts";
import doubleNegativeItem from "./double-negative-item.ts";
import duplicateAnchor from "./duplicate-anchor.ts";
import duplicateCode from "./duplicate-code.ts";
import duplicateId from "./duplicate-id.ts";
import duplicateKey from "./duplicate-key.ts";
import duplicateLabel from "./duplicate-label.ts";
import effectDirectionMissing from "./effect-direction-missing.ts";
import effectInconsistent from "./effect-inconsistent.ts";
import effectUnitExceedsRange from "./effect-unit-exceeds-range.ts";
import effectUnitLarge from "./effect-unit-large.ts";
import emptySection from "./empty-section.ts";
import emptyTranslation from "./empty-translation.ts";
import exclusiveOptionMissing from "./exclusive-option-missing.ts";
import failingScoringTest from "./failing-scoring-test.ts";
import feedbackInFirstRound from "./feedback-in-first-round.ts";
import fillMissing from "./fill-missing.ts";
import flagWithoutEffect from "./flag-without-effect.ts";
import floatLikeCutOff from "./float-like-cut-off.ts";
import forcedSensitiveItem from "./forced-sensitive-item.ts";
import foreignResponseInScore from "./foreign-response-in-score.ts";
import formulaSyntax from "./formula-syntax.ts";
import forwardReference from "./forward-reference.ts";
import freeTextMayIdentify from "./free-text-may-identify.ts";
import groupMinimumAboveTarget from "./group-minimum-above-target.ts";
import groupScoreOnPerson from "./group-score-on-person.ts";
import groupSize from "./group-size.ts";
import groupStatisticInPersonScore from "./group-statistic-in-person-score.ts";
import hardToReadStem from "./hard-to-read-stem.ts";
import hiddenIntermediateRounding from "./hidden-intermediate-rounding.ts";
import hierarchyMixed from "./hierarchy-mixed.ts";
import identifierExported from "./identifier-exported.ts";
import identifyingCombination from "./identifying-combination.ts";
import ignoredWithoutReason from "./ignored-without-reason.ts";
import imageUseWithoutConsent from "./image-use-without-consent.ts";
import importCycle from "./import-cycle.ts";
import importNotFound from "./import-not-found.ts";
import importOutsideWorkspace from "./import-outside-workspace.ts";
import impossibleMissingRule from "./impossible-missing-rule.ts";
import impossibleOptionComparison from "./impossible-option-comparison.ts";
import includeExcludeOverlap from "./include-exclude-overlap.ts";
import invalidId from "./invalid-id.ts";
import invertedBounds from "./inverted-bounds.ts";
import itemChangedBetweenWaves from "./item-changed-between-waves.ts";
import itemTwiceInScore from "./item-twice-in-score.ts";
import keyNotAnOption from "./key-not-an-option.ts";
import keyWithoutEffect from "./key-without-effect.ts";
import labelAgainstCode from "./label-against-code.ts";
import labelOrder from "./label-order.ts";
import largeMatrix from "./large-matrix.ts";
import lateStatement from "./late-statement.ts";
import leadingItem from "./leading-item.ts";
import leadingQuestion from "./leading-question.ts";
import ledgerUnbalanced from "./ledger-unbalanced.ts";
import licenceMissing from "./licence-missing.ts";
import linkageWithoutConsent from "./linkage-without-consent.ts";
import longStem from "./long-stem.ts";
import lookupNotMonotone from "./lookup-not-monotone.ts";
import lookupNotTotal from "./lookup-not-total.ts";
import meanOnSmallOrdinal from "./mean-on-small-ordinal.ts";
import minimumAbovePanel from "./minimum-above-panel.ts";
import minusOnReversed from "./minus-on-reversed.ts";
import minutesOverDuration from "./minutes-over-duration.ts";
import missingCodeInRange from "./missing-code-in-range.ts";
import missingForcedToTruth from "./missing-forced-to-truth.ts";
import missingKey from "./missing-key.ts";
import missingSafetySignpost from "./missing-safety-signpost.ts";
import mixedPolarityInScore from "./mixed-polarity-in-score.ts";
import mixedRangesInScore from "./mixed-ranges-in-score.ts";
import mixedReferencePeriods from "./mixed-reference-periods.ts";
import mixedStemsInScore from "./mixed-stems-in-score.ts";
import moreCellsThanTarget from "./more-cells-than-target.ts";
import multipleDocuments from "./multiple-documents.ts";
import mutuallyHiddenItems from "./mutually-hidden-items.ts";
import nameClash from "./name-clash.ts";
import needWithAllow from "./need-with-allow.ts";
import neutralMixedWithUnknown from "./neutral-mixed-with-unknown.ts";
import neverAValue from "./never-a-value.ts";
import noClosingQuestion from "./no-closing-question.ts";
import noConsentBeforeData from "./no-consent-before-data.ts";
import noContactConsent from "./no-contact-consent.ts";
import noDirection from "./no-direction.ts";
import noFinalRule from "./no-final-rule.ts";
import noMissingRule from "./no-missing-rule.ts";
import noOpeningQuestion from "./no-opening-question.ts";
import noOtherwise from "./no-otherwise.ts";
import noReferencePeriod from "./no-reference-period.ts";
import nobodyEligible from "./nobody-eligible.ts";
import normsByOtherCodes from "./norms-by-other-codes.ts";
import normsNotRead from "./norms-not-read.ts";
import notATruthValue from "./not-a-truth-value.ts";
import notExhaustive from "./not-exhaustive.ts";
import nothingSuggested from "./nothing-suggested.ts";
import numberAmongAnswers from "./number-among-answers.ts";
import numberLikeId from "./number-like-id.ts";
import numberWithoutBounds from "./number-without-bounds.ts";
import numberWithoutUnit from "./number-without-unit.ts";
import optionCount from "./option-count.ts";
import optionWithoutScore from "./option-without-score.ts";
import orphanItem from "./orphan-item.ts";
import otherWithoutText from "./other-without-text.ts";
import overlappingRanges from "./overlapping-ranges.ts";
import ownFeedbackUnderAnonymity from "./own-feedback-under-anonymity.ts";
import panelBurden from "./panel-burden.ts";
import parameterTableUnnamed from "./parameter-table-unnamed.ts";
import partWithoutEffect from "./part-without-effect.ts";
import partlyLabelled from "./partly-labelled.ts";
import percentAsFraction from "./percent-as-fraction.ts";
import phaseCycle from "./phase-cycle.ts";
import photoWithoutAlternative from "./photo-without-alternative.ts";
import photoWithoutSafeguard from "./photo-without-safeguard.ts";
import pipedBeforeAsked from "./piped-before-asked.ts";
import possibleDivisionByZero from "./possible-division-by-zero.ts";
import presuppositionWithoutFilter from "./presupposition-without-filter.ts";
import pretickedConsent from "./preticked-consent.ts";
import quantileTypeMissing from "./quantile-type-missing.ts";
import quotationWithoutConsent from "./quotation-without-consent.ts";
import randUclaOffScale from "./rand-ucla-off-scale.ts";
import rangeGap from "./range-gap.ts";
import rangeUnbounded from "./range-unbounded.ts";
import ratingBandsGap from "./rating-bands-gap.ts";
import ratingBandsOutsideScale from "./rating-bands-outside-scale.ts";
import ratingBandsOverlap from "./rating-bands-overlap.ts";
import rawReversedItemInFormula from "./raw-reversed-item-in-formula.ts";
import recallDirection from "./recall-direction.ts";
import recallLongerThanWaveGap from "./recall-longer-than-wave-gap.ts";
import recodeGap from "./recode-gap.ts";
import recodeNotTotal from "./recode-not-total.ts";
import recordingWithoutConsent from "./recording-without-consent.ts";
import reminderAfterClose from "./reminder-after-close.ts";
import remindersUnderAnonymity from "./reminders-under-anonymity.ts";
import requiredButUnreachable from "./required-but-unreachable.ts";
import restrictedTextWithoutPermission from "./restricted-text-without-permission.ts";
import reusedStatementId from "./reused-statement-id.ts";
import reverseNotInScore from "./reverse-not-in-score.ts";
import reverseWithoutRange from "./reverse-without-range.ts";
import reversedTwice from "./reversed-twice.ts";
import roundClosesBeforeItOpens from "./round-closes-before-it-opens.ts";
import roundDatesOverlap from "./round-dates-overlap.ts";
import roundWithoutDates from "./round-without-dates.ts";
import roundingUndeclared from "./rounding-undeclared.ts";
import routingCycle from "./routing-cycle.ts";
import type { Rule, RuleInfo } from "./rule.ts";
import ruleUnreachable from "./rule-unreachable.ts";
import sameFormulaTwice from "./same-formula-twice.ts";
import sameStatementTwice from "./same-statement-twice.ts";
import sameStemTwice from "./same-stem-twice.ts";
import sampleFromLaterPhase from "./sample-from-later-phase.ts";
import sampleOnUnknownItem from "./sample-on-unknown-item.ts";
import scaleChangesBetweenRounds from "./scale-changes-between-rounds.ts";
import scoreCycle from "./score-cycle.ts";
import screenOutAfterSensitive from "./screen-out-after-sensitive.ts";
import screenOutImpossible from "./screen-out-impossible.ts";
import sectionInNoWave from "./section-in-no-wave.ts";
import sensitiveItemFirst from "./sensitive-item-first.ts";
import singlePolarityScale from "./single-polarity-scale.ts";
import skippedOutsideRange from "./skipped-outside-range.ts";
import skippedWithoutValue from "./skipped-without-value.ts";
import smallGroupReported from "./small-group-reported.ts";
import smallGroupVeto from "./small-group-veto.ts";
import spanBackwards from "./span-backwards.ts";
import spanCatchesForeignItem from "./span-catches-foreign-item.ts";
import stabilityImpossible from "./stability-impossible.ts";
import stabilityNeedsLinks from "./stability-needs-links.ts";
import statementChangedSilently from "./statement-changed-silently.ts";
import stemResponseMismatch from "./stem-response-mismatch.ts";
import stepOrder from "./step-order.ts";
import straightLineScore from "./straight-line-score.ts";
import survivingMutation from "./surviving-mutation.ts";
import tabIndent from "./tab-indent.ts";
import tenureShorterThanRecall from "./tenure-shorter-than-recall.ts";
import testAnswersUnknownCode from "./test-answers-unknown-code.ts";
import testExpectsUnknown from "./test-expects-unknown.ts";
import thresholdChangesBetweenRounds from "./threshold-changes-between-rounds.ts";
import thresholdOnAttainableCount from "./threshold-on-attainable-count.ts";
import translationDrift from "./translation-drift.ts";
import truncatedFlowValue from "./truncated-flow-value.ts";
import typeMismatch from "./type-mismatch.ts";
import unableCodeInRange from "./unable-code-in-range.ts";
import unanswerableRecall from "./unanswerable-recall.ts";
import unbalancedOptions from "./unbalanced-options.ts";
import undeclaredBreakingChange from "./undeclared-breaking-change.ts";
import undefinedAbbreviation from "./undefined-abbreviation.ts";
import undefinedAlias from "./undefined-alias.ts";
import undefinedName from "./undefined-name.ts";
import unequalGroupsPooled from "./unequal-groups-pooled.ts";
import unknownFunction from "./unknown-function.ts";
import unknownKey from "./unknown-key.ts";
import unknownTranslation from "./unknown-translation.ts";
import unknownValue from "./unknown-value.ts";
import unreachableItem from "./unreachable-item.ts";
import unreachableOption from "./unreachable-option.ts";
import unreachableRecodeRow from "./unreachable-recode-row.ts";
import unsupportedFormatVersion from "./unsupported-format-version.ts";
import untestedScore from "./untested-score.ts";
import untranslatedText from "./untranslated-text.ts";
import unusedConsent from "./unused-consent.ts";
import unusedIgnore from "./unused-ignore.ts";
import unusedImport from "./unused-import.ts";
import unusedRecode from "./unused-recode.ts";
import unusedResponse from "./unused-response.ts";
import unusedTable from "./unused-table.ts";
import vagueQuantifier from "./vague-quantifier.ts";
import versionMissing from "./version-missing.ts";
import versionNotBumped from "./version-not-bumped.ts";
import waveWindowInverted from "./wave-window-inverted.ts";
import waveWindowsOverlap from "./wave-windows-overlap.ts";
import withdrawalUnstated from "./withdrawal-unstated.ts";
import wrongArgumentCount from "./wrong-argument-count.ts";
import wrongType from "./wrong-type.ts";
import yaml11Boolean from "./yaml-1-1-boolean.ts";
import yamlSyntax from "./yaml-syntax.ts";

/** Every code with its severity and one sentence, in alphabetical order. Adding one is a file, its page and a line here. */
export const table: readonly RuleInfo[] = [
  absoluteTerm,
  affectedPeopleNotOnPanel,
  aliasExpansionLimit,
  alteredInstrument,
  alwaysTrueCondition,
  ambiguousMissingRule,
  anchorMissing,
  anonymousWithIdentifier,
  audienceUnused,
  bandGap,
  bandInverted,
  bandOutsideRange,
  bandOverlap,
  bandUnreachable,
  blanksCountedAsZero,
  bundledConsent,
  caseNeverReached,
  casesWithoutOtherwise,
  checkWithoutEffect,
  chiSquareTooSmall,
  clockArithmetic,
  closedQuestion,
  coarseningTooFine,
  codeGap,
  codeInsteadOfScore,
  commentInFormula,
  commentInText,
  consensusDeclaredLate,
  constructNotCovered,
  contactInResponseFile,
  covariateNotCollected,
  coversUnknown,
  cutOffAgainstDirection,
  cutOffOnAttainableBoundary,
  cutOffOutsideRange,
  cutOffWithoutSource,
  cutOutsideRange,
  deadSection,
  declaredRangeWrong,
  disagreementMethodMissing,
  distressProtocolMissing,
  doubleBarrelledItem,
  doubleNegativeItem,
  duplicateAnchor,
  duplicateCode,
  duplicateId,
  duplicateKey,
  duplicateLabel,
  effectDirectionMissing,
  effectInconsistent,
  effectUnitExceedsRange,
  effectUnitLarge,
  emptySection,
  emptyTranslation,
  exclusiveOptionMissing,
  failingScoringTest,
  feedbackInFirstRound,
  fillMissing,
  flagWithoutEffect,
  floatLikeCutOff,
  forcedSensitiveItem,
  foreignResponseInScore,
  formulaSyntax,
  forwardReference,
  freeTextMayIdentify,
  groupMinimumAboveTarget,
  groupScoreOnPerson,
  groupSize,
  groupStatisticInPersonScore,
  hardToReadStem,
  hiddenIntermediateRounding,
  hierarchyMixed,
  identifierExported,
  identifyingCombination,
  ignoredWithoutReason,
  imageUseWithoutConsent,
  importCycle,
  importNotFound,
  importOutsideWorkspace,
  impossibleMissingRule,
  impossibleOptionComparison,
  includeExcludeOverlap,
  invalidId,
  invertedBounds,
  itemChangedBetweenWaves,
  itemTwiceInScore,
  keyNotAnOption,
  keyWithoutEffect,
  labelAgainstCode,
  labelOrder,
  largeMatrix,
  lateStatement,
  leadingItem,
  leadingQuestion,
  ledgerUnbalanced,
  licenceMissing,
  linkageWithoutConsent,
  longStem,
  lookupNotMonotone,
  lookupNotTotal,
  meanOnSmallOrdinal,
  minimumAbovePanel,
  minusOnReversed,
  minutesOverDuration,
  missingCodeInRange,
  missingForcedToTruth,
  missingKey,
  missingSafetySignpost,
  mixedPolarityInScore,
  mixedRangesInScore,
  mixedReferencePeriods,
  mixedStemsInScore,
  moreCellsThanTarget,
  multipleDocuments,
  mutuallyHiddenItems,
  nameClash,
  needWithAllow,
  neutralMixedWithUnknown,
  neverAValue,
  nobodyEligible,
  noClosingQuestion,
  noConsentBeforeData,
  noContactConsent,
  noDirection,
  noFinalRule,
  noMissingRule,
  noOpeningQuestion,
  noOtherwise,
  noReferencePeriod,
  normsByOtherCodes,
  normsNotRead,
  notATruthValue,
  notExhaustive,
  nothingSuggested,
  numberAmongAnswers,
  numberLikeId,
  numberWithoutBounds,
  numberWithoutUnit,
  optionCount,
  optionWithoutScore,
  orphanItem,
  otherWithoutText,
  overlappingRanges,
  ownFeedbackUnderAnonymity,
  panelBurden,
  parameterTableUnnamed,
  partWithoutEffect,
  partlyLabelled,
  percentAsFraction,
  phaseCycle,
  photoWithoutAlternative,
  photoWithoutSafeguard,
  pipedBeforeAsked,
  possibleDivisionByZero,
  presuppositionWithoutFilter,
  pretickedConsent,
  quantileTypeMissing,
  quotationWithoutConsent,
  randUclaOffScale,
  rangeGap,
  rangeUnbounded,
  ratingBandsGap,
  ratingBandsOutsideScale,
  ratingBandsOverlap,
  rawReversedItemInFormula,
  recallDirection,
  recallLongerThanWaveGap,
  recodeGap,
  recodeNotTotal,
  recordingWithoutConsent,
  reminderAfterClose,
  remindersUnderAnonymity,
  requiredButUnreachable,
  restrictedTextWithoutPermission,
  reusedStatementId,
  reverseNotInScore,
  reverseWithoutRange,
  reversedTwice,
  roundClosesBeforeItOpens,
  roundDatesOverlap,
  roundWithoutDates,
  roundingUndeclared,
  routingCycle,
  ruleUnreachable,
  sameFormulaTwice,
  sameStatementTwice,
  sameStemTwice,
  sampleFromLaterPhase,
  sampleOnUnknownItem,
  scaleChangesBetweenRounds,
  scoreCycle,
  screenOutAfterSensitive,
  screenOutImpossible,
  sectionInNoWave,
  sensitiveItemFirst,
  singlePolarityScale,
  skippedOutsideRange,
  skippedWithoutValue,
  smallGroupReported,
  smallGroupVeto,
  spanBackwards,
  spanCatchesForeignItem,
  stabilityImpossible,
  stabilityNeedsLinks,
  statementChangedSilently,
  stemResponseMismatch,
  stepOrder,
  straightLineScore,
  survivingMutation,
  tabIndent,
  tenureShorterThanRecall,
  testAnswersUnknownCode,
  testExpectsUnknown,
  thresholdChangesBetweenRounds,
  thresholdOnAttainableCount,
  translationDrift,
  truncatedFlowValue,
  typeMismatch,
  unableCodeInRange,
  unanswerableRecall,
  unbalancedOptions,
  undeclaredBreakingChange,
  undefinedAbbreviation,
  undefinedAlias,
  undefinedName,
  unequalGroupsPooled,
  unknownFunction,
  unknownKey,
  unknownTranslation,
  unknownValue,
  unreachableItem,
  unreachableOption,
  unreachableRecodeRow,
  unsupportedFormatVersion,
  untestedScore,
  untranslatedText,
  unusedConsent,
  unusedIgnore,
  unusedImport,
  unusedRecode,
  unusedResponse,
  unusedTable,
  vagueQuantifier,
  versionMissing,
  versionNotBumped,
  waveWindowInverted,
  waveWindowsOverlap,
  withdrawalUnstated,
  wrongArgumentCount,
  wrongType,
  yaml11Boolean,
  yamlSyntax,
];

/** Those that ask about a part of a document; the others are reported by reading it. */
export const rules: readonly Rule[] = table.filter((info): info is Rule => "check" in info);
