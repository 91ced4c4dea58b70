import { rule } from "./rule.ts";

export default rule({
  code: "cut-off-without-source",
  severity: "warning",
  summary: "A cut-off does not say where it comes from.",
  looksAt: "score",
  needs: ({ value: score }) => score.cutOffs.length > 0,
  *check({ value: score }, { at }) {
    if (score.source !== undefined) return;
    for (const cutOff of score.cutOffs)
      if (cutOff.source === undefined)
        yield { at: at.name(cutOff), message: `"${cutOff.name}" does not say where it comes from: add "source" with a DOI or a citation` };
  },
});
