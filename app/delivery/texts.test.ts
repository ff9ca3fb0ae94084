import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { leaseMs } from "db/outbox";
import { hours, seconds } from "domain/time";
import { afterEach, expect, it } from "vitest";
import { TryLater, Undeliverable } from "./port.server";
import { deliverByHttp } from "./texts.server";

const message = {
  id: "a1b2",
  to: "+4915112345678",
  subject: "",
  text: "Your code is 123456. Grüße & more",
  html: "",
  language: "en",
} as const;
const secret = "s3cr3t:with colon";
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

interface Taken {
  headers: IncomingMessage["headers"];
  path: string;
  form: Record<string, string>;
}

/** A gateway on loopback that answers each post in turn, and what it was posted. */
async function gateway(...answers: ((res: ServerResponse) => void)[]) {
  const taken: Taken[] = [];
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on("data", (part: Buffer) => parts.push(part));
    req.on("end", () => {
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString("utf8")));
      taken.push({ headers: req.headers, path: req.url ?? "", form });
      answers[taken.length - 1]?.(res);
    });
  });
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const address = `http://desk:${encodeURIComponent(secret)}@127.0.0.1:${port}/2010/messages?from=Desk&region=eu`;
  return { taken, deliver: deliverByHttp(address, "https://desk.example", seconds(1)) };
}

const says =
  (status: number, body = "", headers: Record<string, string> = {}) =>
  (res: ServerResponse) => {
    res.writeHead(status, headers).end(body);
  };
const failureOf = (sending: Promise<unknown>): Promise<unknown> => sending.catch((error: unknown) => error);

it("A text is a form with number, sender, words and where to report, from a user with a secret", async () => {
  const { taken, deliver } = await gateway(says(201, JSON.stringify({ sid: "SM42" })));
  expect(await deliver(message)).toBe("SM42");
  expect(taken).toMatchObject([
    {
      path: "/2010/messages?region=eu",
      form: {
        To: "+4915112345678",
        From: "Desk",
        Body: "Your code is 123456. Grüße & more",
        StatusCallback: "https://desk.example/delivery/a1b2",
      },
      headers: {
        authorization: `Basic ${Buffer.from(`desk:${secret}`).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
      },
    },
  ]);
});

it("Any 2xx accepts it, whatever else is answered", async () => {
  const { deliver } = await gateway(
    says(200, "<html>"),
    says(202, JSON.stringify({ id: "has spaces and <tags>" })),
    says(200, `"${"x".repeat(200_000)}"`),
    says(204),
  );
  for (let n = 0; n < 4; n += 1) expect(await deliver(message)).toBeUndefined();
});

it("A 4xx is the gateway's last word; 408, 429, a redirect and 5xx are not", async () => {
  const { deliver } = await gateway(...[400, 401, 404, 408, 429, 302, 500, 503].map((status) => says(status)));
  for (const status of [400, 401, 404]) {
    const failure = await failureOf(deliver(message));
    expect(failure).toBeInstanceOf(Undeliverable);
    expect(String(failure)).toContain(`(${status})`);
  }
  for (const status of [408, 429, 302, 500, 503]) {
    const failure = await failureOf(deliver(message));
    expect(failure).not.toBeInstanceOf(Undeliverable);
    expect(String(failure)).toContain(`did not take it (${status})`);
  }
});

it("A gateway that asks to be left alone says for how long, in seconds or by a date, and at most a day", async () => {
  const inAnHour = new Date(Date.now() + hours(1)).toUTCString();
  const { deliver } = await gateway(
    ...["90", inAnHour, "999999999", "soon"].map((after) => says(429, "", { "retry-after": after })),
  );
  const asked: unknown[] = [];
  for (let n = 0; n < 4; n += 1) {
    const failure = await failureOf(deliver(message));
    asked.push(failure instanceof TryLater ? failure.afterMs : null);
  }
  expect(asked[0]).toBe(seconds(90));
  expect(asked[1]).toBeGreaterThan(seconds(3500));
  expect(asked[1]).toBeLessThanOrEqual(hours(1));
  expect(asked.slice(2)).toEqual([hours(24), null]);
});

it("One that hangs, or is not there, is given up for now, within the time that it has", async () => {
  const { deliver } = await gateway(() => undefined);
  const hung = await failureOf(deliver(message));
  const nowhere = await failureOf(deliverByHttp("http://127.0.0.1:1/?from=Desk", "https://desk.example")(message));
  for (const failure of [hung, nowhere]) {
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(Undeliverable);
  }
  expect(seconds(30)).toBeLessThan(leaseMs / 2);
}, 5_000);

it("No error says a number, a word of the text or the secret, whatever the gateway answers", async () => {
  const echo = JSON.stringify({ message: `${message.to} ${message.text} ${secret}` });
  const { deliver } = await gateway(
    says(400, echo),
    says(500, echo),
    says(429, echo, { "retry-after": secret }),
    (res) => res.destroy(),
  );
  for (let n = 0; n < 4; n += 1) {
    const failure = await failureOf(deliver(message));
    const said = failure instanceof Error ? `${failure.stack} ${String(failure.cause)}` : "nothing";
    for (const kept of ["4915112345678", "123456", "s3cr3t", "desk:"]) expect(said).not.toContain(kept);
  }
});

it("An address without a sender is refused before anything is sent", () => {
  expect(() => deliverByHttp("https://desk:x@gateway.example/path", "https://desk.example")).toThrow("?from=");
});
