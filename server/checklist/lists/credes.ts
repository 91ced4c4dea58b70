import type { Checklist } from "../checklist.ts";
import { attained, consensusBeforehand, outcomes, panelAndResponse, ratingForm, stableResults, steps } from "../delphiLooks.ts";
import { noted, prose, written } from "../looks.ts";

export const credes: Checklist = {
  id: "credes",
  title: "CREDES: conduct and reporting of Delphi studies",
  citation: "Jünger S et al. Palliative Medicine 2017;31(8):684-706, doi:10.1177/0269216317690685",
  about: ["delphi"],
  items: [
    { id: "1", section: "Rationale", asks: "Why a Delphi study answers the question", look: noted("x-rationale") },
    { id: "2", section: "Planning", asks: "The plan of the process, with what was changed in it", look: steps },
    {
      id: "3",
      section: "Planning",
      asks: "Consensus defined beforehand, with what becomes of statements without it",
      look: consensusBeforehand,
    },
    { id: "4", section: "Conduct", asks: "Material for the panel reviewed and piloted", look: noted("x-pilot") },
    { id: "5", section: "Conduct", asks: "What was done against bias", look: noted("x-bias") },
    { id: "6", section: "Conduct", asks: "Agreement not taken for truth; stable disagreement as a result", look: stableResults },
    { id: "7", section: "Conduct", asks: "The result looked at from outside before it is published", look: noted("x-external_review") },
    { id: "8", section: "Reporting", asks: "Purpose and reason", look: written(`add "description"`, "description") },
    { id: "9", section: "Reporting", asks: "The panel: who, why, how found, how many answered", look: panelAndResponse },
    { id: "10", section: "Reporting", asks: "The methods, with the preparation of statements", look: ratingForm },
    { id: "11", section: "Reporting", asks: "The procedure, step by step", look: steps },
    {
      id: "12",
      section: "Reporting",
      asks: "Definition of consensus, and how far it was reached",
      look: attained,
    },
    {
      id: "13",
      section: "Reporting",
      asks: "Results of each round, those without consensus too",
      look: outcomes,
    },
    { id: "14", section: "Reporting", asks: "Limits of the study", look: prose() },
    { id: "15", section: "Reporting", asks: "Conclusions that the results and the panel bear out", look: prose() },
    { id: "16", section: "Reporting", asks: "How the result is published and spread", look: prose() },
  ],
};
