import { createHash } from "node:crypto";
import nodemailer, { type Transporter } from "nodemailer";
import { type Deliver, type Outgoing, Undeliverable } from "./port.server";

/** Sends by SMTP; a 5xx answer to the recipient means that trying again cannot help. */
export function deliverByMail(url: string, from: string, host: string): Deliver {
  const transport = nodemailer.createTransport(url);
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
  const transport = nodemailer.createTransport(parsed.href);
  return (message) =>
    send(transport, from, host, { ...message, to: `${message.to.replace(/\D/g, "")}@${domain}`, subject: "" });
}

async function send(transport: Transporter, from: string, host: string, m: Outgoing): Promise<void> {
  const messageId = `<${createHash("sha256").update(m.id).digest("hex").slice(0, 32)}@${host}>`;
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: m.to },
      subject: m.subject,
      text: m.text,
      messageId,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    if (isFinal(error)) throw new Undeliverable("refused by the mail server");
    throw new Error("the mail server did not take it");
  }
}

/** 5xx to RCPT or DATA is the server's last word; anything else may pass. */
function isFinal(error: unknown): boolean {
  const code = (error as { responseCode?: number }).responseCode;
  return typeof code === "number" && code >= 500 && code < 600;
}
