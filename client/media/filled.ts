/** The values of each control by its name, as a form gives them: what is not ticked, chosen or written is not there. */
export function filledIn(root: ParentNode): Record<string, string[]> {
  const filled: Record<string, string[]> = {};
  for (const control of root.querySelectorAll("input, select, textarea")) {
    for (const [name, value] of valuesOf(control)) {
      filled[name] = [...(filled[name] ?? []), value];
    }
  }
  return filled;
}

function valuesOf(control: Element): [string, string][] {
  if (control instanceof HTMLInputElement) {
    const counts = control.type === "radio" || control.type === "checkbox" ? control.checked : control.value !== "";
    return counts && control.name !== "" ? [[control.name, control.value]] : [];
  }
  if (control instanceof HTMLSelectElement) {
    return [...control.selectedOptions].filter((option) => option.value !== "").map((option) => [control.name, option.value]);
  }
  if (control instanceof HTMLTextAreaElement) {
    return control.value === "" ? [] : [[control.name, control.value]];
  }
  return [];
}

/**
 * A slider has no answer until it is moved or clicked on: then it takes the name that it has kept aside, so that it counts.
 * True where it has just done so.
 */
export function touchSlider(control: EventTarget | null): boolean {
  if (!(control instanceof HTMLInputElement) || control.type !== "range" || control.dataset.name === undefined) return false;
  control.name = control.dataset.name;
  delete control.dataset.name;
  control.closest(".untouched")?.classList.remove("untouched");
  return true;
}
