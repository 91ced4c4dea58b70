import { reported } from "./rule.ts";

export default reported({
  code: "code-instead-of-score",
  severity: "error",
  summary: "A formula calculates with the code of an answer where its score is another number.",
});
