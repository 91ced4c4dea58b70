import { dayAfter, parseDay } from "../study/calendar.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "wave-window-inverted",
  severity: "error",
  summary: "The window of a wave ends before it begins.",
  looksAt: "study",
  *check(part, { at, source }) {
    const start = parseDay("2024-01-01") ?? 0;
    for (const wave of part.value.waves?.at.values() ?? []) {
      if (!wave.window) continue;
      const [from, to] = wave.window;
      if (dayAfter(start, from) <= dayAfter(start, to)) continue;
      const place = at.value(wave, "window");
      yield { at: place, message: `the window of "${wave.id}" ends before it begins: no day lies in ${source(place)}` };
    }
  },
});
