import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

/** A z value that is then multiplied and shifted is how T values are made. */
export default rule({
  code: "step-order",
  severity: "warning",
  summary: "A step after a rescaling takes the score out of the range that it was brought to.",
  looksAt: "score",
  needs: ({ value: score }) => score.transform.length > 1,
  *check({ value: score }, { at }) {
    const place = score.transform.findIndex(({ kind }) => kind === "rescale");
    const [rescale, next] = [score.transform[place], score.transform[place + 1]];
    if (rescale?.kind !== "rescale" || !next || next.kind === "lookup" || next.kind === "t" || next.kind === "z") return;
    const to = `${printExact(rescale.low)} to ${printExact(rescale.high)}`;
    yield {
      at: at.whole(next),
      message:
        next.kind === "rescale"
          ? `"${score.id}" is brought to ${to} and then to another range: the first step changes nothing`
          : `"${score.id}" is brought to ${to}, and this step takes it out of there again: put it before "rescale", or take one of them out`,
    };
  },
});
