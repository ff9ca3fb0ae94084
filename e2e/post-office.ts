import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { listenForTexts } from "./text-gateway";

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same as HTML; empty where there is none. */
  html: string;
  /** Of a text: where the gateway is to report what becomes of it. */
  callback?: string;
}
/** A mail server and a gateway for texts on loopback: real SMTP and real HTTP, and behind them whoever waits for a message. */
export interface PostOffice {
  port: number;
  textsPort: number;
  /** The oldest message to this address, subject or text like this, that nobody took yet, or the next to come; fails after `patienceMs`. */
  to(address: string, like?: RegExp): Promise<Letter>;
  /** Every message to this address so far, taken or not. */
  all(address: string): Letter[];
  close(): Promise<void>;
}

const patienceMs = 60_000;

/** Opens both on ports of their own; the mail server takes mail for everyone, without a password and without TLS. */
export async function openPostOffice(): Promise<PostOffice> {
  const everything: Letter[] = [];
  const untaken = new Set<Letter>();
  const waiting = new Set<() => void>();
  const arrive = (letter: Letter) => {
    everything.push(letter);
    untaken.add(letter);
    for (const look of waiting) look();
  };
  const take = (address: string, like: RegExp): Letter | null => {
    const found = [...untaken].find((l) => l.to === address.toLowerCase() && like.test(`${l.subject}\n${l.text}`));
    if (found) untaken.delete(found);
    return found ?? null;
  };
  const server = await listen(arrive);
  const texts = await listenForTexts(({ to, body, callback }) =>
    arrive({ to: textTo(to), subject: "", text: body, html: "", callback }),
  );
  return {
    port: (server.server.address() as AddressInfo).port,
    textsPort: (texts.address() as AddressInfo).port,
    to: (address, like = /^/) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const letter = take(address, like);
          if (!letter) return;
          clearTimeout(giveUp);
          waiting.delete(look);
          resolve(letter);
        };
        const giveUp = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`No message like ${like} came to ${address}. There were:\n${told(everything)}`));
        }, patienceMs);
        waiting.add(look);
        look();
      }),
    all: (address) => everything.filter((l) => l.to === address.toLowerCase()),
    close: async () => {
      texts.closeAllConnections();
      await Promise.all([server, texts].map((one) => new Promise<void>((resolve) => one.close(() => resolve()))));
    },
  };
}

/** The address at which a text to a phone number arrives. */
export const textTo = (phone: string): string => `${phone.replace(/\D/g, "")}@texts`;

function listen(arrive: (letter: Letter) => void): Promise<SMTPServer> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        for (const { address } of session.envelope.rcptTo)
          arrive({
            to: address.toLowerCase(),
            subject: mail.subject ?? "",
            text: mail.text ?? "",
            html: mail.html || "",
          });
        done();
      }, done);
    },
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

const told = (letters: Letter[]): string => letters.map((l) => `  ${l.to}: ${l.subject}`).join("\n") || "  none";
