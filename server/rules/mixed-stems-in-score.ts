import { sectionsAround } from "../evidence/inSection.ts";
import type { QuestionKind } from "../evidence/lexicon/lexicon.ts";
import { kindOf, spokenTexts, type Wording } from "../evidence/wording.ts";
import type { Item } from "../model/instrument.ts";
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
    const groups = new Map<QuestionKind, Member[]>();
    for (const member of membersOf(context.instrument, score).members) {
      const kind = member.item && asked(member.item, context);
      if (!kind || !(kind in WORDS)) continue;
      groups.set(kind, [...(groups.get(kind) ?? []), member]);
    }
    const [usual, odd] = [...groups].sort(([, a], [, b]) => b.length - a.length);
    const [one, other] = [usual?.[1][0], odd?.[1][0]];
    if (!usual || !odd || !one || !other || groups.size > 2) return;
    if ([usual[0], odd[0]].every((kind) => kind === "frequency" || kind === "agreement")) return;
    const entry = usual[1].length > odd[1].length ? score.entries?.[other.place] : undefined;
    yield {
      at: entry ? context.at.whole(entry) : context.at.key(score, "entries"),
      message: `"${one.id}" asks ${WORDS[usual[0]]}, "${other.id}" asks ${WORDS[odd[0]]}: their sum means neither`,
    };
  },
});

const WORDS: Partial<Record<QuestionKind, string>> = {
  frequency: "how often",
  agreement: "how far people agree",
  satisfaction: "how satisfied people are",
  importance: "how important something is",
  likelihood: "how likely something is",
};

/** What an item asks by its stem, else by the text of the sections around it. */
function asked(item: Item, context: Context): QuestionKind | undefined {
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
