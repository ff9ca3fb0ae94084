import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A text as a gateway was posted it. */
export interface PostedText {
  To: string;
  From: string;
  Body: string;
  StatusCallback: string;
}
/** A gateway for texts on loopback: real HTTP, which says of each text what it is told to, and else takes it. */
export interface TestGateway {
  /** For COUNTERSIGN_SMS_URL. */
  url: string;
  texts: PostedText[];
  /** What it answers next; once. */
  says(status: number, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

export async function openTestGateway(): Promise<TestGateway> {
  const texts: PostedText[] = [];
  const told: ((res: ServerResponse) => void)[] = [];
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on("data", (part: Buffer) => parts.push(part));
    req.on("end", () => {
      texts.push(Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString("utf8"))) as never);
      const answer = told.shift();
      if (answer) answer(res);
      else res.writeHead(201).end(JSON.stringify({ sid: `SM${texts.length}` }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://desk:secret@127.0.0.1:${port}/messages?from=Desk`,
    texts,
    says: (status, headers = {}) => void told.push((res) => res.writeHead(status, headers).end()),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
