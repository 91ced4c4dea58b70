import { sectionsAround } from "../evidence/inSection.ts";
import type { QuestionKind } from "../evidence/lexicon/lexicon.ts";
import { saidTogether } from "../evidence/saidTogether.ts";
import { kindOf, spokenTexts, type Wording } from "../evidence/wording.ts";
import type { Item, Score } from "../model/instrument.ts";
import { type Member, membersOf } from "../model/resolve.ts";
import type { Context } from "./rule.ts";
import { rule } from "./rule.ts";

/** How often and how far people agree are put together in good scales; importance with satisfaction, say, never. */
export default rule({
  code: "mixed-stems-in-score",
  severity: "warning",
  summary: "A score puts together answers to different questions, such as how important and how satisfied.",
  looksAt: "score",
  *check({ value: score }, context) {
    if ((score.method !== "sum" && score.method !== "mean") || context.verbatim) return;
    const found = saidTogether("two questions", score, context, twoQuestions);
    if (!found) return;
    const { usual, odd } = found;
    const entry = usual.count > odd.count ? score.entries?.[odd.first.place] : undefined;
    yield {
      at: entry ? context.at.whole(entry) : context.at.key(score, "entries"),
      message: `"${usual.first.id}" asks ${WORDS[usual.kind]}, "${odd.first.id}" asks ${WORDS[odd.kind]}: their sum means neither`,
    };
  },
});

interface Asking {
  readonly kind: QuestionKind;
  readonly first: Member;
  readonly count: number;
}

/** The two kinds of question that the items of a score ask, the usual one first, where they do not go together. */
function twoQuestions(score: Score, context: Context): { readonly usual: Asking; readonly odd: Asking } | undefined {
  const groups = new Map<QuestionKind, Asking>();
  const { instrument, language } = context;
  for (const member of membersOf(context.scoring, score).members) {
    const item = member.item && instrument.items.get(member.id);
    const kind = item && asked(item, { instrument, language });
    if (!kind || !(kind in WORDS)) continue;
    const { first, count } = groups.get(kind) ?? { first: member, count: 0 };
    groups.set(kind, { kind, first, count: count + 1 });
  }
  const [usual, odd] = [...groups.values()].sort((a, b) => b.count - a.count);
  if (!usual || !odd || groups.size > 2) return undefined;
  return [usual, odd].every(({ kind }) => kind === "frequency" || kind === "agreement") ? undefined : { usual, odd };
}

const WORDS: Partial<Record<QuestionKind, string>> = {
  frequency: "how often",
  agreement: "how far people agree",
  satisfaction: "how satisfied people are",
  importance: "how important something is",
  likelihood: "how likely something is",
};

/** What an item asks by its stem, else by the text of the sections around it. */
function asked(item: Item, context: Pick<Context, "instrument" | "language">): QuestionKind | undefined {
  const { language } = context;
  const own = firstKind(spokenTexts(item, "stem", language));
  if (own) return own;
  for (const section of sectionsAround(context, item.section)) {
    const kind = firstKind(spokenTexts(section, "text", language));
    if (kind) return kind;
  }
  return undefined;
}

function firstKind(wordings: readonly Wording[]): QuestionKind | undefined {
  for (const wording of wordings) {
    const kind = kindOf(wording);
    if (kind) return kind;
  }
  return undefined;
}
