import { audiencesWithout } from "../study/times.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "no-opening-question",
  severity: "warning",
  summary: "A guide has no opening topic.",
  looksAt: "guide",
  *check(part, context) {
    const without = audiencesWithout(part.value, "opening");
    if (!without) return;
    const whom =
      without.length === 0 ? "the guide has" : `${without.map((id) => `"${id}"`).join(", ")} ${without.length === 1 ? "has" : "have"}`;
    yield { at: context.at.key(part.value, "topics"), message: `${whom} no topic of the kind "opening" to start from` };
  },
});
