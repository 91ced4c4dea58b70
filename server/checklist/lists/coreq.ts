import type { Checklist } from "../checklist.ts";
import { computed, counted, either, type Look, missing, noted, ofGuide, prose, studyOf, written } from "../looks.ts";

const guideAndProbes: Look = ofGuide((guide, given) => {
  const questions = guide.questions.values();
  if (questions.length === 0) return missing(`the guide has no questions: add "topics"`);
  const probes = questions.reduce((sum, question) => sum + question.probes.length, 0);
  const prompts = guide.photos?.prompts.size ?? 0;
  return computed(
    `${counted(questions.length, "question")} in ${counted(guide.topics.size, "topic")}, ${counted(probes, "probe")}${prompts > 0 ? `, ${counted(prompts, "photo prompt")}` : ""}; whether it was piloted only the paper can say`,
    given.field("topics"),
  );
});

const sampling: Look = (given) => {
  const study = studyOf(given);
  const samples = study?.sampling.values() ?? [];
  if (samples.length === 0) return noted("x-sampling")(given);
  const words = samples.map(
    ({ id, target, varyBy }) =>
      `${id}: ${target ?? "?"} people${varyBy.length > 0 ? `, varied by ${varyBy.map(({ name }) => name).join(", ")}` : ""}`,
  );
  return computed(words.join("; "), given.field("sampling"));
};

const size: Look = (given) => {
  const target = studyOf(given)
    ?.sampling.values()
    .reduce((sum, sample) => sum + (sample.target ?? 0), 0);
  return target
    ? computed(`${target} planned; how many took part only the paper can say`, given.field("sampling.*.target"))
    : either(written("", "planned"), noted("x-sample_size"))(given);
};

const duration: Look = ofGuide((guide, given) =>
  guide.duration ? computed(`planned: ${guide.duration.text}`, given.field("duration")) : missing(`add "duration"`),
);

export const coreq: Checklist = {
  id: "coreq",
  title: "COREQ: reporting of interviews and focus groups",
  citation: "Tong A, Sainsbury P, Craig J. International Journal for Quality in Health Care 2007;19(6):349-357, doi:10.1093/intqhc/mzm042",
  about: ["guide", "study"],
  items: [
    { id: "1", section: "Team", asks: "Who led the interviews or groups", look: noted("x-interviewer") },
    { id: "2", section: "Team", asks: "Their qualifications", look: noted("x-credentials") },
    { id: "3", section: "Team", asks: "Their occupation at the time", look: prose() },
    { id: "4", section: "Team", asks: "Their gender", look: prose() },
    { id: "5", section: "Team", asks: "Their experience and training", look: prose() },
    { id: "6", section: "Team", asks: "Whether they knew participants before", look: noted("x-relationship") },
    { id: "7", section: "Team", asks: "What participants knew of them", look: prose() },
    { id: "8", section: "Team", asks: "What of them may have coloured the work", look: prose() },
    { id: "9", section: "Design", asks: "The methodological orientation", look: noted("x-orientation") },
    { id: "10", section: "Design", asks: "How participants were chosen", look: sampling },
    { id: "11", section: "Design", asks: "How they were approached", look: noted("x-approach") },
    { id: "12", section: "Design", asks: "How many took part", look: size },
    { id: "13", section: "Design", asks: "How many declined or left, and why", look: prose() },
    { id: "14", section: "Design", asks: "Where data were collected", look: written(`add "mode" or "sites"`, "sites", "mode") },
    { id: "15", section: "Design", asks: "Who else was present", look: noted("x-present") },
    { id: "16", section: "Design", asks: "What the participants were like", look: prose() },
    { id: "17", section: "Design", asks: "Questions and prompts, and whether they were piloted", look: guideAndProbes },
    {
      id: "18",
      section: "Design",
      asks: "Whether interviews were repeated, and how often",
      look: either(written("", "waves"), noted("x-repeat_interviews")),
    },
    { id: "19", section: "Design", asks: "Whether sound or picture was recorded", look: written(`add "recording"`, "recording") },
    { id: "20", section: "Design", asks: "Whether notes were made", look: noted("x-field_notes") },
    { id: "21", section: "Design", asks: "How long meetings took", look: duration },
    { id: "22", section: "Design", asks: "Whether saturation was looked at", look: noted("x-saturation") },
    { id: "23", section: "Design", asks: "Whether participants saw their transcripts", look: noted("x-transcripts_returned") },
    { id: "24", section: "Analysis", asks: "How many people coded", look: noted("x-coders") },
    { id: "25", section: "Analysis", asks: "The tree of codes", look: prose() },
    { id: "26", section: "Analysis", asks: "Whether themes were set beforehand or came from the data", look: prose() },
    { id: "27", section: "Analysis", asks: "The software", look: noted("x-software") },
    { id: "28", section: "Analysis", asks: "Whether participants commented on the findings", look: prose() },
    { id: "29", section: "Findings", asks: "Quotations, each with the participant", look: prose() },
    { id: "30", section: "Findings", asks: "Findings that the data bear out", look: prose() },
    { id: "31", section: "Findings", asks: "Main themes", look: prose() },
    { id: "32", section: "Findings", asks: "Rare themes and cases that do not fit", look: prose() },
  ],
};
