import { rule } from "./rule.ts";

export default rule({
  code: "recording-without-consent",
  severity: "error",
  summary: "What people say is recorded, and they are not asked whether they agree.",
  looksAt: "guide",
  *check(part, context) {
    const { recording, consent } = part.value;
    if (!recording || (!recording.audio && !recording.video) || consent.some((id) => /record/.test(id))) return;
    yield {
      at: context.at.value(recording, recording.audio ? "audio" : "video"),
      message: `meetings are recorded, and "audio_recording" is not among the consents`,
    };
  },
});
