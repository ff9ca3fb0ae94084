import { createServer, type Server } from "node:net";
import { text } from "node:stream/consumers";
import { leaseMs } from "db/outbox";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, it } from "vitest";
import { written } from "./html";
import { deliverByMail, deliverByMailToSms, withLimits } from "./mail.server";
import { Undeliverable } from "./port.server";

const message = {
  id: "m1",
  to: "hal@home.example",
  subject: "s",
  text: "t",
  html: "<p>t</p>",
  language: "en",
} as const;
let server: Server | null = null;
afterEach(() => {
  server?.close();
});

/** A server that takes connections and says nothing. */
async function silentServer(): Promise<number> {
  const made = createServer(() => undefined);
  server = made;
  await new Promise<void>((listening) => made.listen(0, "127.0.0.1", listening));
  const at = made.address();
  return typeof at === "object" && at ? at.port : 0;
}

it("A mail server that says nothing is given up within the time its address gives, for now and not for good", async () => {
  const deliver = deliverByMail(
    `smtp://127.0.0.1:${await silentServer()}/?greetingTimeout=300`,
    "a@desk.example",
    "desk",
  );
  const failed = await deliver(message).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Error);
  expect(failed).not.toBeInstanceOf(Undeliverable);
}, 5_000);

it("Every step of a delivery ends well within the lease of its message, unless the address says otherwise", () => {
  const limits = [...new URL(withLimits(new URL("smtp://mail.example"))).searchParams];
  expect(limits.map(([name]) => name).sort()).toEqual([
    "connectionTimeout",
    "dnsTimeout",
    "greetingTimeout",
    "socketTimeout",
  ]);
  for (const [, ms] of limits) expect(Number(ms)).toBeLessThan(leaseMs / 4);
  const own = new URL(withLimits(new URL("smtps://u:p@mail.example:465/?socketTimeout=5"))).searchParams;
  expect(own.get("socketTimeout")).toBe("5");
});

it("A mail goes out as text and as HTML, each a way to read the same, and a text to a phone as text alone", async () => {
  const { port, taken } = await takingServer();
  const letter = { id: "m1", ...written({ language: "ar", subject: "رمزك", text: "رمزك هو 123456.\n" }) };
  await deliverByMail(`smtp://127.0.0.1:${port}`, "a@desk.example", "desk")({ ...letter, to: "hal@home.example" });
  await deliverByMailToSms(
    `smtp://127.0.0.1:${port}/?domain=sms.example`,
    "a@desk.example",
    "desk",
  )({
    ...letter,
    to: "+44 20 7946 0018",
  });
  const [mail, sms] = await Promise.all(taken.map((raw) => simpleParser(raw)));
  expect(taken[0]).toMatch(/^Content-Type: multipart\/alternative;/m);
  expect(taken[0]).toMatch(/^Content-Language: ar\r$/m);
  expect(mail).toMatchObject({ text: "رمزك هو 123456.\n", subject: "رمزك" });
  expect(mail?.html).toContain('<div lang="ar" dir="rtl">');
  expect(taken[1]).not.toMatch(/multipart|text\/html/);
  expect(sms).toMatchObject({ text: "رمزك هو 123456.\n", html: false });
});

/** A server that takes every mail and keeps it as it came. */
async function takingServer(): Promise<{ port: number; taken: string[] }> {
  const taken: string[] = [];
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, done) => {
      text(stream).then((raw) => {
        taken.push(raw);
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => made.listen(0, "127.0.0.1", listening));
  server = made.server;
  const at = made.server.address();
  return { port: typeof at === "object" && at ? at.port : 0, taken };
}
