import { reported } from "./rule.ts";

export default reported({
  code: "multiple-documents",
  severity: "error",
  summary: "A file holds a second document after a line ---.",
});
