const everyMs = 5000;

/** A page that waits for something to be done on our side shows how far it is, and what came of it, without being asked. */
export function startLookingAgain(): void {
  const part = document.querySelector<HTMLElement>("[data-at-work]");
  if (!part) return;
  setInterval(async () => {
    if (document.visibilityState !== "visible") return;
    const page = await fetched().catch(() => null);
    if (!page) return;
    const now = page.querySelector<HTMLElement>("[data-at-work]");
    if (!now) location.reload();
    else if (now.textContent !== part.textContent) part.replaceChildren(...now.childNodes);
  }, everyMs);
}

async function fetched(): Promise<Document | null> {
  const answer = await fetch(location.href, { redirect: "error" });
  return answer.status < 500 && answer.status !== 429
    ? new DOMParser().parseFromString(await answer.text(), "text/html")
    : null;
}
