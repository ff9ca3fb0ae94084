import { type Browser, type BrowserContextOptions, test as base, type Page } from "playwright/test";
import type { Language } from "~/ui/languages";
import type { StaffName } from "./cast";
import { type Desk, openDesk } from "./desks";
import type { Directory } from "./directory";

export { expect } from "playwright/test";
export type { Desk } from "./desks";

export interface Options {
  engine: Directory["kind"];
  /** Whether the desk carries its checkpoints to a file outside. */
  hasOutside: boolean;
}
/** How the public side is read: in which language, and whether the reader's browser runs scripts. */
export interface Reading {
  language: Language;
  scripts: boolean;
}
export interface Readings {
  /** As this story has it, so that together they walk every one of them. */
  reading: Reading;
  /** As every story is to have it, whatever it says itself; null leaves each its own. */
  everyReading: Reading | null;
}
/** Someone at a browser of their own. */
export interface Person {
  page: Page;
}
/** Someone on the public side, at a phone. */
export interface Reader extends Person, Reading {}
/** A member of staff, signed in, with their authenticator at hand. */
export interface Colleague extends Person {
  name: StaffName;
  code(): string;
}
interface Stage {
  desk: Desk;
  /** A browser in which this member of staff is signed in. */
  signedInAs(name: StaffName): Promise<Colleague>;
  /** A phone on which nobody is signed in, read as the story has it. */
  someone(): Promise<Reader>;
}
interface House {
  desks: { of(file: string): Promise<Desk>; close(): Promise<void> };
}

/** A test with a desk: one for each file, made when the first of its tests needs it. */
export const test = base.extend<Stage & Readings, Options & House>({
  reading: [{ language: "en", scripts: true }, { option: true }],
  everyReading: [null, { option: true }],
  engine: ["sqlite", { option: true, scope: "worker" }],
  hasOutside: [false, { option: true, scope: "worker" }],
  desks: [
    async ({ engine, hasOutside }, use) => {
      const desks = onePerFile(engine, hasOutside);
      await use(desks);
      await desks.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  desk: async ({ desks }, use, info) => {
    const desk = await desks.of(info.file);
    await use(desk);
    if (info.status !== info.expectedStatus) await info.attach("what web and worker said", { body: desk.said() });
  },
  baseURL: ({ desk }, use) => use(desk.url),
  signedInAs: async ({ desk, browser }, use) => {
    const { open, close } = pagesOf(browser);
    await use(async (name) => {
      const { cookie, authenticator } = await desk.session(name);
      const page = await open();
      await page.context().addCookies([{ ...cookie, url: desk.url }]);
      return { name, page, code: authenticator.code };
    });
    await close();
  },
  someone: async ({ browser, reading, everyReading }, use, info) => {
    const { open, close } = pagesOf(browser);
    const read = everyReading ?? reading;
    const scripts = read.scripts && info.project.use.javaScriptEnabled !== false;
    await use(async () => ({ ...read, scripts, page: await open(phoneOf(read)) }));
    await close();
  },
});

function onePerFile(engine: Options["engine"], hasOutside: boolean): House["desks"] {
  let now: { file: string; desk: Desk } | null = null;
  const close = async () => {
    await now?.desk.close();
    now = null;
  };
  return {
    of: async (file) => {
      if (now?.file !== file) {
        await close();
        now = { file, desk: await openDesk(engine, hasOutside) };
      }
      return now.desk;
    },
    close,
  };
}

const locales: Record<Language, string> = { en: "en-GB", ar: "ar-EG" };

/** The phone of whoever reads the public side; where a whole project runs no scripts, it runs none either. */
export const phoneOf = ({ language, scripts }: Reading): BrowserContextOptions => ({
  locale: locales[language],
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  ...(scripts ? {} : { javaScriptEnabled: false }),
});

function pagesOf(browser: Browser) {
  const pages: Page[] = [];
  return {
    open: async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      pages.push(page);
      return page;
    },
    close: async () => {
      await Promise.all(pages.map((page) => page.context().close()));
    },
  };
}
