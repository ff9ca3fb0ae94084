const releaseMs = 8000;

/** A form that posts is sent once, however often it is pressed; Ctrl+Enter sends from a text area. */
export function startForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (form.ariaBusy === "true") return event.preventDefault();
    form.ariaBusy = "true";
    // A download leaves the page as it is, so the form is free again after a while; its key keeps it single.
    setTimeout(() => free(form), releaseMs);
  });
  // Back from the next page, out of the browser's memory.
  addEventListener("pageshow", () => document.querySelectorAll<HTMLFormElement>("form[aria-busy]").forEach(free));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit();
  });
}

const free = (form: HTMLFormElement): void => form.removeAttribute("aria-busy");
