import { includedItems } from "../evidence/includedItems.ts";
import { MARKS } from "../evidence/marks.ts";
import { stepOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

const [MOST_ROWS, MOST_COLUMNS] = [8, 7];

export default rule({
  code: "large-matrix",
  severity: "info",
  summary: "A matrix has more than 8 rows or more than 7 columns.",
  looksAt: "section",
  *check({ id, value: section }, context) {
    const { at, instrument, marked, verbatim } = context;
    if (section.layout !== "matrix" || verbatim) return;
    const rows = marked(MARKS.inSection(id)).length + includedItems(id, context).length;
    const response = typeof section.response === "string" ? instrument.responses.get(section.response) : section.response;
    const step = response && stepOf(response);
    const points =
      response?.type === "rating" && response.from && response.to && step && step.s > 0n
        ? response.to.sub(response.from).div(step).floor().add(1).valueOf()
        : 0;
    const columns = points + (response?.options.length ?? 0);
    if (rows <= MOST_ROWS && columns <= MOST_COLUMNS) return;
    const size = [...(rows > MOST_ROWS ? [`${rows} rows`] : []), ...(columns > MOST_COLUMNS ? [`${columns} columns`] : [])].join(" and ");
    yield {
      at: at.value(section, "layout"),
      message: `this matrix has ${size}: people lose their line, or tick one column all the way down`,
    };
  },
});
