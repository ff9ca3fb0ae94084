import type { Brought, BundleFinding } from "domain/trail/check-bundle";
import { mostKeptBytes } from "domain/trail/kept-checkpoint";
import { readVkey, type VerifierKey } from "domain/trail/note";
import { reportOf } from "~/bundle/report";
import { type BundleSource, NotABundle } from "~/bundle/source";
import { unread, verifyBundle } from "~/bundle/verify";
import { openZip } from "~/bundle/zip";

/** The page on which a bundle is verified where it was dropped: nothing leaves the browser. */
const form = document.querySelector<HTMLFormElement>("[data-verify]");

function start(form: HTMLFormElement): void {
  form.hidden = false;
  const bundle = field(form, "bundle");
  const drop = form.querySelector<HTMLElement>("[data-drop]");
  for (const event of ["dragover", "drop"] as const)
    document.addEventListener(event, (e) => {
      e.preventDefault();
      drop?.toggleAttribute("data-over", event === "dragover");
      if (event === "drop" && e.dataTransfer?.files.length) bundle.files = e.dataTransfer.files;
    });
  document.addEventListener("dragleave", () => drop?.removeAttribute("data-over"));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    void run(form);
  });
}

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

async function run(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector("button");
  const file = field(form, "bundle").files?.[0];
  const brought = broughtIn(form);
  if (!file) return refuse(field(form, "bundle"), "noFile");
  if ("wrong" in brought) return refuse(brought.wrong, brought.why);
  button?.setAttribute("disabled", "");
  show("busy", [said("reading")]);
  try {
    const older = await field(form, "checkpoint").files?.[0]?.slice(-mostKeptBytes).text();
    const finding = await findingOf(file, { ...brought, older });
    show(finding.problem?.verdict ?? "valid", reportOf(finding));
  } catch (error) {
    show("unchecked", [error instanceof Error ? error.message : String(error)]);
  } finally {
    button?.removeAttribute("disabled");
  }
}

function refuse(at: HTMLElement, why: string): void {
  at.closest("details")?.setAttribute("open", "");
  at.focus();
  show("unchecked", [said(why)]);
}

/** What was typed, or the first field that is wrong and why. */
function broughtIn(form: HTMLFormElement): Brought | { wrong: HTMLElement; why: string } {
  const [vkey, witness, manifest] = [field(form, "vkey"), field(form, "witness"), field(form, "manifest")];
  const keys = keysIn(vkey.value, 1);
  const witnesses = witness.value.trim() === "" ? [] : keysIn(witness.value, 4);
  const digest = manifest.value.trim().toLowerCase();
  if (typeof keys === "string") return { wrong: vkey, why: keys === "other-id" ? "otherId" : "badKey" };
  if (typeof witnesses === "string") return { wrong: witness, why: "badWitness" };
  if (!/^([0-9a-f]{64})?$/.test(digest)) return { wrong: manifest, why: "badManifest" };
  return { keys, witnesses, manifest: digest === "" ? undefined : digest };
}

/** The keys of some lines, or why one of them is none. */
function keysIn(lines: string, type: VerifierKey["type"]): VerifierKey[] | "not-a-key" | "other-id" {
  const keys: VerifierKey[] = [];
  for (const line of lines.trim().split(/\s+/)) {
    const key = readVkey(line);
    if ("problem" in key) return key.problem;
    if (key.type !== type) return "not-a-key";
    keys.push(key);
  }
  return keys;
}

async function findingOf(file: File, brought: Brought): Promise<BundleFinding> {
  try {
    const source = await openZip({
      size: file.size,
      read: async (from, to) => new Uint8Array(await file.slice(Math.max(0, from), Math.max(0, to)).arrayBuffer()),
    });
    return await verifyBundle(source, brought, breatherOf(source));
  } catch (error) {
    if (error instanceof NotABundle) return unread(error.message);
    throw error;
  }
}

const sliceMs = 30;

/** Lets the page move between pieces, and shows how far it is. */
function breatherOf({ progress }: BundleSource): () => Promise<void> | undefined {
  const bar = document.querySelector<HTMLProgressElement>("[data-progress]");
  let last = performance.now();
  return () => {
    if (performance.now() - last < sliceMs) return undefined;
    const { read, of } = progress();
    if (bar) bar.value = Math.min(1, read / Math.max(1, of));
    return new Promise((resolve) =>
      setTimeout(() => {
        last = performance.now();
        resolve();
      }),
    );
  };
}

/** Shows a verdict with its own look; the page holds one for each. */
function show(verdict: string, lines: string[]): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-verdict]")) {
    box.hidden = box.dataset.verdict !== verdict;
    const list = box.querySelector("[data-lines]");
    if (box.hidden || !list) continue;
    list.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement("p");
        item.textContent = line;
        return item;
      }),
    );
  }
}

const said = (name: string): string => form?.dataset[name] ?? "";

if (form) start(form);
