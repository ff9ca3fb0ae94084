import { type Browser, test as base, type Page } from "playwright/test";
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
/** Someone at a browser of their own. */
export interface Person {
  page: Page;
}
/** A member of staff, signed in, with their authenticator at hand. */
export interface Colleague extends Person {
  name: StaffName;
  code(): string;
}
interface Stage {
  desk: Desk;
  /** A browser in which this member of staff is signed in. */
  signedInAs(name: StaffName): Promise<Colleague>;
  /** A browser in which nobody is signed in; in English unless told. */
  someone(locale?: "ar-EG"): Promise<Person>;
}
interface House {
  desks: { of(file: string): Promise<Desk>; close(): Promise<void> };
}

/** A test with a desk: one for each file, made when the first of its tests needs it. */
export const test = base.extend<Stage, Options & House>({
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
  someone: async ({ browser }, use) => {
    const { open, close } = pagesOf(browser);
    await use(async (locale) => ({ page: await open(locale) }));
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

function pagesOf(browser: Browser) {
  const pages: Page[] = [];
  return {
    open: async (locale?: string) => {
      const context = await browser.newContext(locale === undefined ? {} : { locale });
      const page = await context.newPage();
      pages.push(page);
      return page;
    },
    close: async () => {
      await Promise.all(pages.map((page) => page.context().close()));
    },
  };
}
