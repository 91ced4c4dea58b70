import type { Checklist } from "../checklist.ts";
import { computed, counted, either, type Look, missing, noted, ofInstrument, prose, written } from "../looks.ts";

const planned: Look = (given) => {
  const found = given.documents.find(({ analysis }) => (analysis.study?.metadata ?? analysis.instrument.metadata).planned !== undefined);
  const n = (found?.analysis.study?.metadata ?? found?.analysis.instrument.metadata)?.planned;
  return n === undefined
    ? noted("x-population")(given)
    : computed(`${n} people are planned; how they were to be reached only the paper can say`, given.field("planned"));
};

const consent: Look = ofInstrument(({ sections, items }, given) => {
  const consents = sections.values().filter(({ kind }) => kind === "consent");
  if (consents.length === 0) return either(written("", "consents"), () => missing(`no section has "kind: consent"`))(given);
  const asked = items.values().filter(({ section }) => consents.some(({ id }) => id === section));
  return computed(
    `${counted(asked.length, "item")} of consent in "${consents.map(({ id }) => id).join(", ")}"`,
    given.field(...consents.map(({ id }) => `sections.${id}`), "sections"),
  );
});

const personalData: Look = ofInstrument(({ items, metadata }, given) => {
  const by = (kind: string) => items.values().filter(({ privacy }) => privacy === kind).length;
  const [direct, indirect, special] = [by("direct_identifier"), by("indirect_identifier"), by("special_category")];
  if (direct + indirect + special === 0)
    return metadata.anonymous
      ? computed("anonymous, and no item is marked as personal", given.field("anonymous"))
      : missing(`no item says with "privacy" whether it is about the person`);
  const linkage = given.field("linkage");
  return computed(
    `${counted(direct, "direct identifier")}, ${counted(indirect, "indirect one")}, ${special} of a special category${linkage ? "; the linkage says what is removed and made coarser" : ""}`,
    linkage ?? given.field("sections.*.items.*.privacy"),
  );
});

const tested: Look = ofInstrument(({ tests }, given) =>
  tests.size > 0
    ? computed(`${counted(tests.size, "scoring test")}; usability only the paper can say`, given.field("tests"))
    : noted("x-pilot")(given),
);

const required: Look = ofInstrument(({ items }) => {
  const all = items.values();
  const must = all.filter(({ require }) => require === true).length;
  return computed(`${must} of ${counted(all.length, "item")} must be answered`);
});

const randomised: Look = ofInstrument((instrument, given) => {
  const sections = instrument.sections.values().filter(({ randomise }) => randomise).length;
  const responses = instrument.responses.values().filter(({ randomise }) => randomise).length;
  return computed(
    sections + responses === 0
      ? "items and options come in one order for all"
      : `${counted(sections, "section")} and ${counted(responses, "response")} in random order`,
    given.field("sections.*.randomise", "responses.*.randomise"),
  );
});

const adaptive: Look = ofInstrument((instrument, given) => {
  const items = instrument.items.values().filter(({ when }) => when).length;
  const sections = instrument.sections.values().filter(({ when }) => when).length;
  return computed(
    items + sections === 0
      ? "everybody is asked everything"
      : `${counted(items, "item")} and ${counted(sections, "section")} are asked only of some`,
    given.field("sections.*.items.*.when", "sections.*.when"),
  );
});

const length: Look = ofInstrument((instrument, given) => {
  const bySection = instrument.sections.values().map(({ id }) => instrument.items.values().filter(({ section }) => section === id).length);
  return computed(`${counted(instrument.items.size, "item")}, at most ${Math.max(0, ...bySection)} in a section`, given.field("sections"));
});

const screens: Look = ofInstrument((instrument, given) => {
  const pages = instrument.sections.values().filter(({ layout }) => layout === "page").length;
  return computed(
    `${counted(instrument.sections.size, "section")}${pages > 0 ? `, ${pages} of them a page of its own` : ""}`,
    given.field("sections"),
  );
});

const completeness: Look = ofInstrument((instrument, given) => {
  const all = instrument.items.values();
  const soft = all.filter(({ require }) => require === "soft").length;
  const checks = all.reduce((sum, { checks: one }) => sum + one.length, 0);
  const declined = instrument.responses.values().filter(({ options }) => options.some(({ missing: isMissing }) => isMissing)).length;
  return computed(
    `${counted(soft, "item")} with a reminder, ${counted(checks, "check")} of plausibility, ${counted(declined, "response")} with a way to decline`,
    given.field("sections.*.items.*.require", "sections.*.items.*.check"),
  );
});

const incomplete: Look = ofInstrument(({ scores }, given) => {
  const all = scores.values().filter(({ level, helper }) => level === "person" && !helper);
  if (all.length === 0) return prose()(given);
  const rules = all.filter(({ missing: rule }) => rule).length;
  return computed(
    `${rules} of ${counted(all.length, "score")} may be computed from incomplete answers, each by its rule`,
    given.field("scores.*.missing", "scores"),
  );
});

export const cherries: Checklist = {
  id: "cherries",
  title: "CHERRIES: reporting of surveys on the web",
  citation: "Eysenbach G. Journal of Medical Internet Research 2004;6(3):e34, doi:10.2196/jmir.6.3.e34",
  about: ["instrument", "study"],
  items: [
    {
      id: "1",
      section: "Design",
      asks: "Who was to be reached, and how they were sampled",
      look: planned,
    },
    { id: "2", section: "Ethics", asks: "Approval of an ethics committee", look: noted("x-ethics") },
    { id: "3", section: "Ethics", asks: "Informed consent: length, purpose, who asks", look: consent },
    { id: "4", section: "Ethics", asks: "Which personal data are kept, and how they are protected", look: personalData },
    { id: "5", section: "Development", asks: "How the survey was made and tested", look: tested },
    { id: "6", section: "Recruitment", asks: "Open to everybody, or by invitation", look: noted("x-access") },
    { id: "7", section: "Recruitment", asks: "How people were first contacted", look: noted("x-contact") },
    { id: "8", section: "Recruitment", asks: "How the survey was announced", look: noted("x-announcement") },
    { id: "9", section: "Administration", asks: "On the web or by e-mail, and how answers were entered", look: noted("x-mode") },
    { id: "10", section: "Administration", asks: "The site on which it stood", look: prose() },
    { id: "11", section: "Administration", asks: "Whether answering was voluntary", look: required },
    { id: "12", section: "Administration", asks: "What people got for it", look: noted("x-incentives") },
    { id: "13", section: "Administration", asks: "When data were collected", look: noted("x-dates") },
    { id: "14", section: "Administration", asks: "Items or answers in random order", look: randomised },
    { id: "15", section: "Administration", asks: "Items asked only of some", look: adaptive },
    { id: "16", section: "Administration", asks: "How many items on a page", look: length },
    { id: "17", section: "Administration", asks: "How many pages", look: screens },
    { id: "18", section: "Administration", asks: "Checks of completeness, and a way to decline", look: completeness },
    { id: "19", section: "Administration", asks: "Whether people could go back and change answers", look: noted("x-review_step") },
    { id: "20", section: "Response", asks: "What counted as one visitor", look: prose() },
    { id: "21", section: "Response", asks: "How many of those who saw it began", look: prose() },
    { id: "22", section: "Response", asks: "How many agreed to take part", look: prose() },
    { id: "23", section: "Response", asks: "How many finished", look: prose() },
    { id: "24", section: "Repeated answers", asks: "Cookies", look: prose() },
    { id: "25", section: "Repeated answers", asks: "Addresses of computers", look: prose() },
    { id: "26", section: "Repeated answers", asks: "Log files", look: prose() },
    { id: "27", section: "Repeated answers", asks: "Personal logins", look: prose() },
    { id: "28", section: "Analysis", asks: "What was done with incomplete answers", look: incomplete },
    { id: "29", section: "Analysis", asks: "What was done with answers given in too short a time", look: prose() },
    { id: "30", section: "Analysis", asks: "Weights and other corrections", look: prose() },
  ],
};
