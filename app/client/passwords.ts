import { type Strength, strengthOf } from "./strength";

/** Lets the reader see what they type into the password fields of a form, and tells how hard it would be to guess; the server judges. */
export function startPasswords(): void {
  for (const group of document.querySelectorAll<HTMLElement>("[data-passwords]")) {
    startShowing(group);
    startMeter(group);
  }
}

function startShowing(group: HTMLElement): void {
  const button = group.querySelector<HTMLElement>("[data-show]");
  if (!button) return;
  const fields = [...group.querySelectorAll<HTMLInputElement>("input[type=password]")];
  const show = (shown: boolean) => {
    for (const field of fields) field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  };
  button.hidden = false;
  button.addEventListener("click", () => show(button.getAttribute("aria-pressed") !== "true"));
  // A browser keeps what stands in a field of text: what is sent is hidden first.
  group.closest("form")?.addEventListener("submit", () => show(false));
}

function startMeter(group: HTMLElement): void {
  const meter = group.querySelector<HTMLElement>("[data-meter]");
  const field = group.querySelector<HTMLInputElement>("input[data-measured]");
  const said = meter?.querySelector<HTMLElement>("[data-said]");
  if (!meter || !field || !said) return;
  const least = Number(meter.dataset.least);
  const tell = () => {
    const { strength, missing } = strengthOf(field.value, least);
    meter.dataset.meter = strength;
    said.textContent = wordsOf(meter, strength).replace("{n}", String(missing));
  };
  meter.hidden = false;
  field.addEventListener("input", tell);
  tell();
}

/** The words for each strength stand on the page, in its language. */
const wordsOf = (meter: HTMLElement, strength: Strength): string => meter.getAttribute(`data-${strength}`) ?? "";
