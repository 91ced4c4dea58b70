import { rule } from "./rule.ts";

export default rule({
  code: "restricted-text-without-permission",
  severity: "error",
  summary: "The wording of items needs a permission, and none is recorded.",
  looksAt: "metadata",
  *check({ value: metadata }, context) {
    const { licence } = metadata;
    if (licence?.permission !== "permission_required" || licence.granted !== undefined) return;
    const hasWording = context.parts().some(({ kind }) => kind === "item");
    if (!hasWording && !context.isLibrary) return;
    yield {
      at: context.at.value(licence, "permission"),
      message: `the items of ${licence.holder ? `"${licence.holder}"` : "this instrument"} may be shown only with a permission: say in "granted" who gave it and when, or what is shown in place of the wording`,
    };
  },
});
