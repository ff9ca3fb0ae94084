import { setTimeout as sleep } from "node:timers/promises";
import { type Millis, seconds } from "domain/time";
import nodemailer, { type Transporter } from "nodemailer";
import { type Deliver, type Outgoing, Undeliverable } from "./port.server";

/** Sends by SMTP; a 5xx answer to the recipient means that trying again cannot help. */
export function deliverByMail(url: string, from: string, host: string): Deliver {
  const transport = nodemailer.createTransport(withLimits(new URL(url)));
  return (message) => send(transport, from, host, message);
}

/**
 * Sends texts through a mail-to-SMS gateway: `smtp://HOST:PORT/?domain=sms.example` makes +4915112345678 into
 * 4915112345678@sms.example.
 */
export function deliverByMailToSms(url: string, from: string, host: string): Deliver {
  const parsed = new URL(url);
  const domain = parsed.searchParams.get("domain");
  if (!domain) throw new Error("COUNTERSIGN_SMS_URL needs ?domain=, the gateway's mail domain.");
  parsed.search = "";
  const transport = nodemailer.createTransport(withLimits(parsed));
  return (message) =>
    send(transport, from, host, {
      ...message,
      html: "",
      to: `${message.to.replace(/\D/g, "")}@${domain}`,
      subject: "",
    });
}

/** A server that does not answer is given up long before a worker's lease of the message ends; an address may say otherwise. */
const limits = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const mostMs: Millis = seconds(45);

/** The address of a mail server with the longest each step may take, where it does not say that itself. */
export function withLimits(url: URL): string {
  const limited = new URL(url);
  for (const [name, ms] of Object.entries(limits))
    if (!limited.searchParams.has(name)) limited.searchParams.set(name, String(ms));
  return limited.href;
}

async function send(transport: Transporter, from: string, host: string, m: Outgoing): Promise<undefined> {
  const messageId = `<${m.id}@${host}>`;
  try {
    const sending = transport.sendMail({
      from,
      to: { name: "", address: m.to },
      subject: m.subject,
      text: m.text,
      // Both ways of it, multipart/alternative; a gateway to telephones takes plain text alone.
      ...(m.html === "" ? {} : { html: m.html, headers: { "Content-Language": m.language } }),
      messageId,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await Promise.race([sending, tooLong()]);
  } catch (error) {
    if (isFinal(error)) throw new Undeliverable("refused by the mail server");
    throw new Error("the mail server did not take it");
  }
}

/** Rejects when a message takes longer than any may: a server that answers a word at a time is not waited for. */
const tooLong = (): Promise<never> =>
  sleep(mostMs, undefined, { ref: false }).then(() => Promise.reject(new Error("the mail server took too long")));

/** 5xx to RCPT or DATA is the server's last word; anything else may pass. */
function isFinal(error: unknown): boolean {
  const code = (error as { responseCode?: number }).responseCode;
  return typeof code === "number" && code >= 500 && code < 600;
}
