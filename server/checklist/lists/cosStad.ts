import type { Checklist } from "../checklist.ts";
import { affectedPeople, comingAndGoing, consensusBeforehand, groupsOfPanel, originOfStatements, plainStatements } from "../delphiLooks.ts";
import { written } from "../looks.ts";

const scope = (key: string) => written(`say it with a key "${key}"`, key);

export const cosStad: Checklist = {
  id: "cos-stad",
  title: "COS-STAD: development of core outcome sets",
  citation: "Kirkham JJ et al. PLoS Medicine 2017;14(11):e1002447, doi:10.1371/journal.pmed.1002447",
  about: ["delphi"],
  items: [
    { id: "1", section: "Scope", asks: "The setting that the set is for", look: scope("x-setting") },
    { id: "2", section: "Scope", asks: "The condition or the work that it covers", look: scope("x-condition") },
    { id: "3", section: "Scope", asks: "The people that it covers", look: scope("x-population") },
    { id: "4", section: "Scope", asks: "The interventions that it covers", look: scope("x-interventions") },
    { id: "5", section: "Stakeholders", asks: "Those who will use the set are on the panel", look: groupsOfPanel },
    { id: "6", section: "Stakeholders", asks: "Professionals are on the panel", look: groupsOfPanel },
    { id: "7", section: "Stakeholders", asks: "The people concerned, or those who speak for them, are on the panel", look: affectedPeople },
    {
      id: "8",
      section: "Consensus",
      asks: "The first list takes up the views of professionals and of the people concerned",
      look: originOfStatements,
    },
    { id: "9", section: "Consensus", asks: "Rating and consensus were defined beforehand", look: consensusBeforehand },
    { id: "10", section: "Consensus", asks: "Including, dropping and adding were defined beforehand", look: comingAndGoing },
    { id: "11", section: "Consensus", asks: "Statements are put in plain words", look: plainStatements },
  ],
};
