const shownMs = 2000;

/** Shows the copy buttons and has them copy; each says that it did. */
export function startCopying(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    button.hidden = false;
    const name = button.getAttribute("aria-label") ?? "";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      button.dataset.done = "";
      button.setAttribute("aria-label", button.dataset.copied ?? name);
      setTimeout(() => {
        delete button.dataset.done;
        button.setAttribute("aria-label", name);
      }, shownMs);
    });
  }
}
