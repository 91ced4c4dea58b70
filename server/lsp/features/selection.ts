import type { SelectionRange } from "vscode-languageserver";
import { selectionAt } from "../../features/selection.ts";
import type { LspFeature } from "../feature.ts";
import { offsetAt, toLines } from "../positions.ts";

export const selection: LspFeature = {
  capabilities: { selectionRangeProvider: true },
  register: (connection, { withPlace }) => [
    connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
      withPlace("selection", uri, null, ({ analysis }) =>
        positions.map((position): SelectionRange => {
          const ranges = selectionAt(analysis, offsetAt(analysis.text, position)).map((range) => toLines(analysis.text, range));
          const outer = ranges.reduceRight<SelectionRange | undefined>((parent, range) => ({ range, parent }), undefined);
          return outer ?? { range: { start: position, end: position } };
        }),
      ),
    ),
  ],
};
