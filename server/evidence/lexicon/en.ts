import { grade } from "./en/grade.ts";
import { kindOfQuestion } from "./en/kindOfQuestion.ts";
import { hasTime, period } from "./en/period.ts";
import type { Lexicon } from "./lexicon.ts";

/**
 * English. A phrase stands here only where a methodologist would nearly always object to it, whatever the survey is about: it is better to
 * say nothing of a poor item than to speak against a good one.
 */
export const english: Lexicon = {
  doubleBarrelled: [
    {
      // "How satisfied are you with your pay and your hours?"
      words: ["satisfied with", "happy with", "pleased with"],
      find: /\b(?:satisfied|dissatisfied|happy|unhappy|pleased) with (?:the |your |my |our )?(?<at>[a-z-]+(?: [a-z-]+){0,2} and (?:the |your |my |our )?[a-z-]+)/i,
      unless:
        /\b(?:health and safety|terms and conditions|pay and conditions|health and social|men and women|day and night|friends and family|family and friends|equality and diversity|food and drink|bed and breakfast|accident and emergency|each and every|more and more|and so on)\b/i,
    },
    {
      // "My manager is fair and supportive."
      words: [" and "],
      find: new RegExp(
        String.raw`\b(?:is|are|was|were) (?:always |usually |both |very )?(?<at>(?:${qualities()}) and (?:very )?(?:${qualities()}))\b`,
        "i",
      ),
    },
    // "I feel valued and supported."
    {
      words: [" and "],
      find: /\b(?:feel|felt) (?<at>(?:supported|valued|respected|listened to|appreciated|included|trusted|rewarded) and (?:supported|valued|respected|listened to|appreciated|included|trusted|rewarded))\b/i,
    },
    // "I trust my manager and my colleagues."
    {
      words: [" and "],
      find: /^I (?:really )?(?:like|love|enjoy|trust|respect|understand) (?<at>(?:my|our) [a-z-]+ and (?:my|our) [a-z-]+)\b/i,
    },
    {
      // "I like my job and I plan to stay."
      words: ["and i "],
      find: /^I\b[^.;?!]*?\b(?<at>and I (?:also |often |usually |still )?(?:am|was|feel|plan|intend|like|enjoy|trust|would|can|know))\b/,
      unless:
        /\b(?:if|when|whenever|after|before|because|although|while|until|unless|since)\b|\b(?:colleagues?|boss|manager|partner|family|friends?|team|spouse|husband|wife|others?|child(?:ren)?|mother|father|doctor|supervisor|people|who|whom|that) and I\b/i,
    },
    {
      words: ["and how "],
      find: /\b(?<at>how (?:often|much|many|long|satisfied|easy|useful|important|likely|well) and how (?:often|much|many|long|satisfied|easy|useful|important|likely|well))\b/i,
    },
    { words: ["?"], find: /\?\s+(?<at>(?:And|If (?:yes|so|not),?) [^?]*\?)/ },
  ],
  leading: [
    {
      words: [" you "],
      find: /\b(?:don['’]t|wouldn['’]t|isn['’]t it|aren['’]t|won['’]t|shouldn['’]t) you (?:also )?(?:agree|think|feel|believe|prefer|want)\b/i,
    },
    { words: ["would you "], find: /\bwould you (?:not )?agree (?:that|with)\b/i },
    {
      words: [
        "surely",
        "obviously",
        "clearly",
        "of course",
        "naturally",
        "undoubtedly",
        "as you know",
        "as we all know",
        "as everyone know",
        "well known",
        "it is obvious that",
        "it is clear that",
        "needless to say",
      ],
      find: /^(?:surely|obviously|clearly|of course|naturally|undoubtedly)\b|\b(?:as (?:you|we all|everyone) knows?|as is well known|it is (?:well known|obvious|clear) that|needless to say)\b/i,
    },
    {
      words: ["do you"],
      find: /(?<at>\b(?:most people|everyone|everybody|experts|scientists|doctors|all good \w+) (?:agrees?|knows?|believes?|says?|thinks?)\b).*\bdo you\b/i,
    },
    {
      words: [
        "how wonderful",
        "how terrible",
        "how awful",
        "how excellent",
        "how outstanding",
        "how amazing",
        "how fantastic",
        "how dreadful",
        "how appalling",
        "how brilliant",
      ],
      find: /\bhow (?:wonderful|terrible|awful|excellent|outstanding|amazing|fantastic|dreadful|appalling|brilliant) (?:is|are|was|were|do|did|does)\b/i,
    },
    {
      words: [
        "our excellent",
        "our wonderful",
        "our outstanding",
        "our amazing",
        "our fantastic",
        "our world-class",
        "our award-winning",
        "our brilliant",
      ],
      find: /\bour (?:excellent|wonderful|outstanding|amazing|fantastic|world-class|award-winning|brilliant) [a-z]+/i,
    },
  ],
  doubleNegative: [
    {
      words: ["not", "never", "n't", "n’t"],
      find: new RegExp(
        String.raw`\b(?:not|never|cannot|(?:is|are|was|were|do|does|did|would|could|should|has|have|had|ca|wo)n['\u2019]t) (?:(?:be|been|feel|felt|find|found|seem|become|at all|really|very|that|too|so|a|an|the|it|my|them|him|her|entirely|completely|usually|often) ){0,3}(?:${negatives()})\b`,
        "i",
      ),
    },
    {
      words: ["never", "nobody", "no one", "nothing", "none", "nowhere"],
      find: /\b(?:not|never|cannot|(?:is|are|was|were|do|does|did|would|could|should|has|have|had|ca|wo)n['’]t)\b[^.,;:?!()]{0,40}\b(?:never|nobody|no one|nothing|none|nowhere)\b/i,
      unless: /\b(?:or|if|why) not\b|\bnot only\b/i,
    },
    {
      words: ["nobody", "no one", "nothing"],
      find: /\b(?:nobody|no one|nothing)\b[^.,;:?!()]{0,30}\b(?:not|never|(?:is|do|does|did|was|ca|wo)n['’]t)\b/i,
      unless: /\bor not\b/i,
    },
  ],
  absolute: [
    {
      words: ["always", "never", "at all times", "without exception", "under any", "under no"],
      find: /\b(?:always|never|at all times|without exception|under (?:any|no) circumstances)\b/i,
      unless:
        /\b(?:almost|nearly|not|hardly|practically|virtually|have|has|had|['’]ve|or) (?:always|never)\b|\bnever mind\b|^\s*(?:have|has|had|were|was|did|are|is|if|how|when|which|what)\b/i,
    },
  ],
  vague: [
    {
      words: ["regularly", "frequently", "often", "sometimes", "occasionally", "rarely", "seldom", "recently", "lately"],
      find: /\b(?:regularly|frequently|often|sometimes|occasionally|rarely|seldom|recently|lately)\b/i,
      unless:
        /\b(?:how|more|less|as|most|too|so|every so) (?:often|frequently|regularly|recently)\b|\boften (?:enough|than)\b|\bsometimes (?:called|known)\b/i,
    },
  ],
  unanswerable: [
    {
      words: ["how many "],
      find: /\bhow many (?<at>(?:minutes|hours|cups|glasses|drinks|meals|steps|e-?mails|phone calls|cigarettes|headaches|snacks|text messages)\b)/i,
      unless: /\b(?:per|an?|each|every|usual|typical|average|normal) (?:day|night|week|month|session|shift|working day)\b/i,
    },
    {
      words: ["how many "],
      find: /\b(?<at>how many times) (?:have|did) you (?:eat|eaten|drink|drunk|smoke|smoked|cough|coughed|worry|worried|laugh|laughed|check|checked)\b/i,
    },
  ],
  presupposing: [
    { words: ["did you "], find: /\b(?:when|why|how) (?<at>did you (?:stop|quit|give up|leave))\b/i },
    {
      words: ["your husband", "your wife", "your spouse", "your pet", "your dog", "your cat"],
      find: /\byour (?:husband|wife|spouse|pet|dog|cat)\b/i,
      unless: /\bif you (?:have|are)\b|\b(?:do|have) you (?:have|got)\b/i,
    },
  ],
  wrongTime: [
    {
      words: ["the next ", "the coming "],
      find: /\b(?:in|over|during|within) the (?:next|coming) [^,.?]{1,20}?,? (?:have|had|did) you\b/i,
      why: "asks about the future in the words of the past",
    },
    {
      words: ["the past ", "the last ", "the previous "],
      find: /\b(?:in|over|during|within) the (?:past|last|previous) [^,.?]{1,20}?,? (?:will you|do you (?:plan|intend|expect)|are you (?:going to|planning|likely))\b/i,
      why: "asks about the past in the words of the future",
    },
  ],
  asksOf: {
    past: /^(?:how (?:often|many times|much) )?(?:did you|were you|have you (?:been|felt|had|thought|used|seen|visited|worked|missed))\b/i,
    future: /^(?:how likely (?:are you|is it)|will you|do you (?:plan|intend|expect) to|are you (?:going to|planning to|likely to))\b/i,
  },
  bundledConsent: [
    {
      find: /\b(?:take part|taking part|participate|participating|complete this survey)\b[^.;]*?\band\b(?<at>[^.;]*?\b(?:link(?:ed|ing|age)?\b[^.;]*\brecords?|contacted (?:again|later|for|about)|re-?contact(?:ed)?|audio|video|recorded|recording|photograph(?:s|ed)?|quot(?:ed|ation|ations)|future (?:research|studies)|newsletters?|marketing|third part(?:y|ies)))\b/i,
      unless: /\b(?:not|never)\b|\b(?:can|may) (?:withdraw|refuse|say no)\b/i,
    },
    {
      find: /\b(?:link(?:ed|ing|age)?\b[^.;]*\brecords?|contacted (?:again|later)|recorded|recording|quoted)\b[^.;]*?\band\b(?<at>[^.;]*?\b(?:take part|taking part|participate|participating))\b/i,
      unless: /\b(?:not|never)\b|\b(?:can|may) (?:withdraw|refuse|say no)\b/i,
    },
  ],
  identifier: [
    {
      find: /\b(?:e-?mail(?: address)?|(?:your|full|first and last) name|(?:tele)?phone number|mobile number|staff number|employee (?:number|id)|payroll number|student number|nhs number|national insurance number|social security number|passport number|(?:home|street|postal) address|full post ?code|(?:what is|enter|give) your post ?code)\b/i,
      unless:
        /\b(?:first (?:half|part|letters?|two|three|four)|nick ?name|pseudonym|do not (?:give|write|enter|include)|name of your (?:team|organisation|organization|employer|ward|unit)|how (?:often|many))\b/i,
    },
  ],
  promisesAnonymity: [
    {
      find: /\b(?:(?:is|are|be|remains?|stays?|completely|fully|entirely|strictly|an) anonymous|anonymously|anonymous (?:survey|questionnaire|answers|responses))\b/i,
      unless: /\bnot (?:be |fully |completely |entirely |collected |stored )?anonymous/i,
    },
  ],
  warnsOfNames: [
    {
      find: /\b(?:do not|don['’]t|please do not|without|no|avoid|leave out)\b[^.;]*\b(?:names?|identif\w+|recognis\w+|recogniz\w+|personal details?)\b/i,
    },
  ],
  knownCapitals: new Set(
    (
      "UK US USA EU UN TV PC OK ID AM PM CV CD DVD GPS SMS USB HIV AIDS DNA COVID PDF FAQ IT PIN ATM UFO VIP RSVP ASAP BBC MP3 COVID19 " +
      "II III IV VI VII VIII IX XI XII " +
      "NOT ALL ANY AND OR NO YES ONE TWO THREE ONLY MOST LEAST PAST LAST NEXT BEFORE AFTER NEVER ALWAYS EVERY EACH BEST WORST BOTH MORE " +
      "LESS MUST THE YOU YOUR THIS THAT THESE THOSE IF IN ON AT TO BY OF DO DID ARE IS WAS WERE HAVE HAS HAD SHOULD NOW TODAY SELF OTHER " +
      "WITH VERY PER FOR FROM WHEN WHAT WHO HOW WHY NONE EITHER DURING EVER SUM TOTAL MM DD YYYY WEEK WEEKS MONTH MONTHS YEARS DAYS HOURS SLEEP YEAR DAY FIRST SECOND PLEASE"
    ).split(" "),
  ),
  period,
  hasTime,
  questionKind: kindOfQuestion,
  grade,
  otherOption:
    /^(?:other|others|other (?:reason|answer|please)s?|another (?:reason|way|answer|one)|something else|somewhere else|in another way)(?:\s*[(:,–-].*)?$|\bplease (?:specify|say|describe|state|explain)\b/i,
  noneOption:
    /^(?:none(?: of (?:these|the above|them|those|the options))?|no,? none|nothing|not applicable|n\/a|prefer not to (?:say|answer)|do(?:n['’]t| not) know|none at all)\.?$/i,
  openOption:
    /\b(?:other|others|else|another|none|neither|not applicable|n\/a|prefer not|don['’]t know|do not know|unsure|not sure|mixed)\b/i,
  unsureOption:
    /^(?:unsure|not sure|not sure \/ .*|can['’]t decide)$|(?:\b(?:neither|neutral|average|undecided)\b.*\b(?:don['’]?t know|do not know|not sure|unsure|no opinion|not applicable|n\/a|can['’]t say)\b)|(?:\b(?:don['’]?t know|do not know|not sure|unsure|no opinion|not applicable)\b.*\b(?:neither|neutral|undecided|average)\b)/i,
  yesNo: [/^yes\b/i, /^no\b/i],
  hasUnit:
    /\bhow (?:many|old)\b|\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|kilo(?:gram(?:me)?|metre|meter)s?|kg|cm|km|miles?|metres?|meters?|feet|inches|pounds?|stones?|per ?cent|percentage|dollars?|euros?|times|number of|age)\b|[%£$€]/i,
};

/** What can be said of people, services and things, each of which may be true without the other. */
function qualities(): string {
  return "fair|supportive|friendly|helpful|competent|clear|easy|quick|useful|interesting|polite|professional|honest|approachable|clean|comfortable|affordable|knowledgeable|effective|efficient|reliable|accessible|informative|relevant|enjoyable|respectful|well paid|caring|cheap|fast|accurate|flexible|challenging|understandable|motivating|rewarding|well[- ]organi[sz]ed|organi[sz]ed|engaging|timely|fun";
}

/** Words that deny by themselves. */
function negatives(): string {
  return [
    "un(?:happy|clear|fair|able|comfortable|willing|satisfied|important|necessary|likely|reasonable|friendly|safe|certain|sure|common|usual|helpful|healthy|interesting|interested|pleasant|aware|kind|reliable|realistic|supported|valued|productive|acceptable|familiar|prepared|satisfactory|successful|welcome)",
    "dis(?:satisfied|agree|like|honest|respectful|organised|organized)",
    "in(?:secure|sufficient|effective|adequate|appropriate|competent|capable|consistent|convenient|efficient|significant)",
    "im(?:possible|polite|patient|proper|practical)",
    "ir(?:responsible|relevant|rational)",
    "il(?:legal|logical)",
    "oppose|object to|fail to|refuse to|deny|banned|forbidden|prohibited|abolished|prevented",
  ].join("|");
}
