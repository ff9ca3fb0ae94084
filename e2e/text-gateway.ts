import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Place } from "db/place";

/** A text as a gateway was posted it. */
export interface Text {
  to: string;
  body: string;
  /** Where it is to report what becomes of the text. */
  callback: string;
}

const user = { name: "desk", secret: "for the gateway" };

/** The address of the gateway on this port, as a desk is told it. */
export const gatewayUrl = (port: number): string =>
  `http://${user.name}:${encodeURIComponent(user.secret)}@127.0.0.1:${port}/messages?from=Desk`;

/** Listens as a gateway for texts on loopback: real HTTP, for one user, who gets a number for each text. */
export function listenForTexts(arrive: (text: Text) => void): Promise<Server> {
  let taken = 0;
  const server = createServer((req, res) => {
    void read(req).then((form) => {
      taken += 1;
      answer(req, res, taken);
      if (res.statusCode === 201) arrive(textIn(form));
    });
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

async function read(req: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}

function answer({ headers, url }: IncomingMessage, res: ServerResponse, number: number): void {
  const expected = `Basic ${Buffer.from(`${user.name}:${user.secret}`).toString("base64")}`;
  const status = headers.authorization !== expected ? 401 : url === "/messages" ? 201 : 404;
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ sid: `SM${number}` }));
}

const textIn = (form: URLSearchParams): Text => ({
  to: form.get("To") ?? "",
  body: form.get("Body") ?? "",
  callback: form.get("StatusCallback") ?? "",
});

/** Reports to the desk at this place what became of a text, signed with the key the desk shares with its gateway; gives the status of the answer. */
export async function report(place: Place, { callback }: Pick<Text, "callback">, status: string): Promise<number> {
  const key =
    readFileSync(join(place.folder, "secrets", "delivery.key"), "utf8")
      .trim()
      .split(":")[1] ?? "";
  const fields = { MessageSid: "SM1", MessageStatus: status };
  const signed = `${callback}${Object.entries(fields).flat().join("")}`;
  const signature = createHmac("sha256", Buffer.from(key, "hex")).update(signed).digest("base64");
  const body = new URLSearchParams(fields);
  const sent = await fetch(callback, { method: "POST", body, headers: { "X-Countersign-Signature": signature } });
  return sent.status;
}
