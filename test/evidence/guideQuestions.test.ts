import assert from "node:assert/strict";
import { closedWords } from "../../server/evidence/guideQuestions.ts";

describe("questions that can be answered with yes or no", () => {
  for (const question of [
    "Would you say that the role has changed?",
    "Do you find the rota fair?",
    "Are there things that make it harder?",
    "Will you stay in the role?",
    "In your view, is the training enough?",
    "Has anything changed since you began?",
    "Does your manager listen to you?",
  ])
    it(question, () => assert.ok(closedWords(question)));
});

describe("questions that invite to say more", () => {
  for (const question of [
    "Could you tell me about your role?",
    "Could you please introduce yourself?",
    "Would you mind describing your day?",
    "Could you say a little about yourself?",
    "Can you give me an example?",
    "Can you walk us through a shift?",
    "Can you recall a day that went well?",
    "Have you ever thought about leaving, and if so why?",
    "Is there anything we have missed?",
    "Do you have any other comments?",
    "Do you have any questions for me?",
    "May I ask how long you have worked here?",
    "What do you do?",
    "Please tell me about your photographs.",
  ])
    it(question, () => assert.equal(closedWords(question), undefined));
});
