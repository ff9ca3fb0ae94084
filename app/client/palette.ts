import { showDialog } from "./dialog";
import { make, nameOf, seen, set } from "./dom";
import { keyWords } from "./words";

interface Command {
  name: string;
  run: () => void;
}
const most = 12;

/** Everywhere one can go and everything one can do on this page, found by typing a part of its name. */
export function openPalette(): void {
  if (document.querySelector("dialog[open]")) return;
  const all = commandsHere();
  const input = set(
    make("input", "block w-full border-b border-line bg-raised px-4 py-3 text-lg text-ink outline-none"),
    {
      role: "combobox",
      placeholder: keyWords.placeholder,
      "aria-label": keyWords.palette,
      "aria-expanded": "true",
      "aria-controls": "palette",
    },
  );
  const list = set(make("ul", "p-2"), { id: "palette", role: "listbox", "aria-label": keyWords.palette });
  const dialog = showDialog(keyWords.palette, "mx-auto mt-[12dvh] max-w-lg", input, list);
  const chooser = choose(input, list, (command) => {
    dialog.close();
    command.run();
  });
  input.addEventListener("input", () => chooser.show(matching(all, input.value)));
  chooser.show(matching(all, ""));
}

function choose(input: HTMLInputElement, list: HTMLElement, take: (command: Command) => void) {
  let shown: Command[] = [];
  let at = 0;
  const mark = () => {
    for (const [i, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(i === at));
    input.setAttribute("aria-activedescendant", `palette-${at}`);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const show = (commands: Command[]) => {
    [shown, at] = [commands, 0];
    list.replaceChildren(...commands.map((command, i) => optionOf(command, i, take)));
    if (commands.length === 0) list.append(nothing());
    else mark();
  };
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const command = shown[at];
    if (step !== undefined && shown.length > 0) at = (at + step + shown.length) % shown.length;
    else if (event.key === "Enter" && command) return take(command);
    else return;
    event.preventDefault();
    mark();
  });
  return { show };
}

function optionOf(command: Command, i: number, take: (command: Command) => void): HTMLElement {
  const option = set(
    make(
      "li",
      "cursor-pointer rounded px-3 py-2 hover:bg-wash aria-selected:bg-accent-wash aria-selected:text-accent",
      command.name,
    ),
    { id: `palette-${i}`, role: "option" },
  );
  option.addEventListener("click", () => take(command));
  return option;
}

function nothing(): HTMLElement {
  return set(make("li", "px-3 py-2 text-ink-3", keyWords.none), { role: "option", "aria-disabled": "true" });
}

/** Commands whose name holds every word typed; a ticket's number leads to it. */
function matching(all: Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/);
  const number = /^(?:cs-?)?(\d{1,9})$/i.exec(typed.trim())?.[1];
  const go = number ? [{ name: keyWords.goTo(number), run: () => location.assign(`/tickets/${number}`) }] : [];
  return [...go, ...all.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))].slice(0, most);
}

/** What the page offers now: its menu, its buttons with words, the panels of its bar. */
function commandsHere(): Command[] {
  const places = [...document.querySelectorAll<HTMLAnchorElement>("header nav a")];
  const acts = seen("main summary, main [data-key], main form[method=post] button:not([disabled])");
  const named = [...acts, ...places].map((element) => ({ name: nameOf(element), run: () => press(element) }));
  return [...new Map(named.filter(({ name }) => name !== "").map((command) => [command.name, command])).values()];
}

function press(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.click();
}
