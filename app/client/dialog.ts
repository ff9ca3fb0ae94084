import { make } from "./dom";

/** Opens a dialog of the page's script over everything; it is gone when closed, and focus returns where it was. */
export function showDialog(label: string, wide: string, ...inside: Node[]): HTMLDialogElement {
  const dialog = make(
    "dialog",
    `${wide} max-h-[80dvh] w-full overflow-y-auto rounded-lg bg-raised p-0 text-ink shadow-lift backdrop:bg-shade`,
    ...inside,
  );
  dialog.setAttribute("aria-label", label);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
