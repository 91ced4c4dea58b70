import { type RuleInfo, reported } from "../rule.ts";

const error = (code: string, summary: string): RuleInfo => reported({ code, severity: "error", summary });
const warning = (code: string, summary: string): RuleInfo => reported({ code, severity: "warning", summary });
const info = (code: string, summary: string): RuleInfo => reported({ code, severity: "info", summary });

/** What is found in data, by whoever reads them: each has its page here, and nothing to check in a document. */
export const dataFindings: readonly RuleInfo[] = [
  warning("answer-outside-response", "A cell holds something that is no answer to its item."),
  warning("answered-when-not-asked", "An item has an answer although it was not to be asked."),
  error("data-file-not-found", "A data file is not where it is said to be."),
  error("duplicate-row-id", "Two rows of the data have the same id."),
  error("expected-column-unknown", "A file of expected scores has a column that is no score of the instrument."),
  error("expected-row-unknown", "A file of expected scores has a person who is not in the file of answers."),
  error("kept-column-named-like-a-score", "A column of the data that would be kept has the name of a score."),
  error("missing-column", "The data have no column for an item that a score needs."),
  warning("not-invited", "A panellist returned a round without having been invited to it."),
  error("panellist-in-two-groups", "A panellist of a Delphi study is in two groups."),
  error("ragged-row", "A row of data has more or fewer cells than the header."),
  error("rating-outside-response", "A rating is no point of the scale of its statement."),
  error("rating-repeated", "A panellist has rated a statement twice in one round."),
  error("unclosed-quote", "A cell begins with a quote that is never closed, or text follows its closing quote."),
  info("unknown-column", "A column has the name of no item. It is kept as it is beside the scores."),
  error("unknown-group", "Ratings come from a group that the Delphi study does not have."),
  error("unknown-panellist", "A row of ratings does not say whose they are."),
  error("unknown-round", "Ratings are of a round that the Delphi study does not have."),
  error("unknown-statement", "Ratings are of a statement that the Delphi study does not have."),
  error("unreadable-encoding", "A file is not UTF-8."),
  error("wrong-suggestion", "A suggested statement cannot be added to the Delphi study as it stands."),
];
