import { readFileSync, writeFileSync } from "node:fs";
import { destinationOf } from "domain/check-code";
import { days } from "domain/time";
import { configOf } from "~/config.server";
import { answerAsked } from "~/desk/answer-asked.server";
import { caseNow } from "~/desk/case.server";
import { askForWay } from "~/desk/forgot-password.server";
import { openHouse } from "~/door.server";
import { startHolder, startRequester } from "~/holder.server";
import type { DemoHolder } from "../../cli/demo/holder";
import { Stage } from "../../cli/demo/stage";

/** A public page as a browser comes to it: by its address, or by sending a form of the page at that address. */
interface Page {
  name: string;
  path: string;
  headers?: Record<string, string>;
  /** What it answers where that is rightly not 200: it tells of something wrong. */
  status?: number;
  /** What is typed into which field, and the form that is then sent. */
  form?: { action: string; type: Record<string, string> };
  /** The form does what can be done once. */
  once?: true;
}

const password = "four lanterns on a wet quay";
const anyone = { actor: { id: "anyone", role: "anyone", auth: "none", session: null }, request: "demo" } as const;

const [file = ""] = process.argv.slice(2);
const holders = JSON.parse(readFileSync("cli/demo/directory/holders.json", "utf8")) as DemoHolder[];
const house = openHouse(configOf(process.env));

/** Every public page that is there to be opened in the desk of the demo's week, eight days on. */
async function publicPages(): Promise<Page[]> {
  const stage = new Stage(house);
  stage.pass(days(8));
  await stage.work();
  await askForWay(house.door, anyone, emailOf(8), "en");
  await answerAsked(house);
  await stage.work();
  const linkTo = async (address: string, kind: string) =>
    new RegExp(`/${kind}/\\S+`).exec((await stage.messageTo(address)).text)?.[0] ?? missing(`${kind} for ${address}`);
  const reset = await linkTo("moved.again@inbox.example", "reset");
  const objection = await linkTo(emailOf(7), "objection");
  const forgotten = await linkTo(emailOf(8), "new-password");
  const twice = { password, repeat: password };
  const holder = { Cookie: await holderCookie("ines") };
  return [
    { name: "help", path: "/help" },
    { name: "help, in Arabic", path: "/help", headers: { "Accept-Language": "ar" } },
    { name: "forgotten password", path: "/forgot" },
    { name: "forgotten password, in Arabic", path: "/forgot", headers: { "Accept-Language": "ar" } },
    {
      name: "forgotten password, sent",
      path: "/forgot",
      form: { action: "/forgot", type: { contact: "nobody@inbox.example" } },
    },
    { name: "new password", path: forgotten },
    {
      name: "new password, refused",
      path: forgotten,
      status: 422,
      form: { action: "", type: { ...twice, repeat: "another" } },
    },
    { name: "new password, set", path: forgotten, form: { action: "", type: twice }, once: true },
    { name: "lost contacts", path: "/request/new" },
    { name: "lost contacts, in Arabic", path: "/request/new", headers: { "Accept-Language": "ar" } },
    { name: "request, its reference", path: "/request" },
    { name: "request, its code", path: "/request?stage=code" },
    { name: "request", path: "/request/status", headers: { Cookie: await requesterCookie("second.line") } },
    { name: "objection", path: objection },
    { name: "objection, made", path: objection, form: { action: "", type: {} }, once: true },
    { name: "reset", path: reset },
    { name: "reset, done", path: reset, form: { action: "", type: twice }, once: true },
    { name: "reset, its link dead", path: reset, status: 410 },
    { name: "sign-in of a holder", path: "/account/sign-in" },
    { name: "account", path: "/account", headers: holder },
    { name: "account, password", path: "/account/password", headers: holder },
    { name: "account, saved codes", path: "/account/codes", headers: holder },
    { name: "account, people", path: "/account/people", headers: holder },
    { name: "account, sessions", path: "/account/sessions", headers: holder },
    { name: "account, requests", path: "/account/requests", headers: holder },
    { name: "account, second factor", path: "/account/second-factor", headers: holder },
    { name: "account, contacts", path: "/account/contacts", headers: holder },
    { name: "account, devices", path: "/account/devices", headers: holder },
    { name: "account, questions", path: "/account/questions", headers: holder },
    { name: "no such page", path: "/no/such/page", status: 404 },
  ];
}

function emailOf(n: number): string {
  return holders[n]?.email ?? missing(`holder ${n}`);
}

async function holderCookie(username: string): Promise<string> {
  const account = house.door.secrets.lookup("username", username);
  const found = await house.writer.sql
    .selectFrom("lookup")
    .select("account_id")
    .where("digest", "=", account)
    .execute();
  const cookie = await startHolder(house, found[0]?.account_id ?? missing(username), house.door.clock.now());
  return cookie.split(";")[0] ?? "";
}

/** The cookie of the requester who named a new address that begins like this, in the newest such ticket. */
async function requesterCookie(begins: string): Promise<string> {
  const rows = await house.writer.sql.selectFrom("ticket").select(["id", "account_id"]).orderBy("id", "desc").execute();
  for (const { id, account_id } of rows) {
    const { ticket } = await caseNow(house.door, { account: account_id, ticket: id });
    const contact = ticket && destinationOf(ticket);
    const address = contact && (await house.door.vault.open(contact, "value"))?.toString("utf8");
    if (contact && address?.startsWith(begins))
      return startRequester(house, { ticket: id, account: account_id, contact, turn: null }).split(";")[0] ?? "";
  }
  return missing(`a request of ${begins}`);
}

function missing(what: string): never {
  throw new Error(`The demo's week has no ${what}.`);
}

try {
  writeFileSync(file, JSON.stringify(await publicPages()));
} finally {
  await house.close();
}
