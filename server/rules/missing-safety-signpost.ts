import { rule } from "./rule.ts";

/** English stems that ask about oneself; a stem on other people's thoughts of suicide is about something else. */
export default rule({
  code: "missing-safety-signpost",
  severity: "warning",
  summary: "An item on self-harm does not say what is shown to whoever needs help.",
  looksAt: "item",
  needs: ({ value: { stem, alert } }) => stem !== undefined && !alert && MAY_HARM.test(stem.own),
  *check({ value: item }, { at, language }) {
    if (!item.stem || item.alert || !(language === undefined || language.startsWith("en"))) return;
    const stem = item.stem.own;
    if (!SELF_HARM.test(stem) || OTHER_PEOPLE.test(stem)) return;
    yield {
      at: at.name(item),
      message: `"${item.id}" asks about self-harm: say in "alert" what people are shown who may need help today`,
    };
  },
});

/** A short expression for what the next one cannot do without: making ready a long one takes its time. */
const MAY_HARM = /harm|suicid|dead|hurt|injur|cut|kill|life|live/i;

const SELF_HARM =
  /\b(?:self[- ]?harm|suicid\w*|better off dead|(?:harm|hurt|injur|cut|kill)\w*\s+(?:or\s+\w+\s+)?(?:yourself|myself|oneself)|(?:end|tak)\w*\s+(?:your|my)\s+(?:own\s+)?life|wish\w*\s+(?:you|i)\s+(?:were|was)\s+dead|not\s+want\w*\s+to\s+(?:live|be alive))\b/i;
const OTHER_PEOPLE =
  /\b(?:patients?|clients?|people|persons?|others?|someone|somebody|colleagues?|residents?|pupils?|students?|they|them|their)\b/i;
