import type { ContactKind } from "domain/loss";
import type { Instant } from "domain/time";
import type { Config } from "~/config.server";
import { deliverToFolder } from "./folder.server";
import { deliverByMail, deliverByMailToSms } from "./mail.server";
import { type Deliver, Undeliverable } from "./port.server";
import { deliverByHttp } from "./texts.server";

/** The channels as configured: `smtp://` or `smtps://`, for texts `https://` too, and in a demo or a test `folder:PATH`. */
export function openDelivery(config: Config, now: () => Instant): Record<ContactKind, Deliver> {
  return { email: mail(config, now), phone: sms(config, now) };
}

function mail(config: Config, now: () => Instant): Deliver {
  if (!config.mailUrl) return notSetUp("COUNTERSIGN_MAIL_URL");
  return folderOf(config.mailUrl, now) ?? deliverByMail(config.mailUrl, config.mailFrom, host(config));
}

function sms(config: Config, now: () => Instant): Deliver {
  if (!config.smsUrl) return notSetUp("COUNTERSIGN_SMS_URL");
  if (/^https?:/.test(config.smsUrl)) return deliverByHttp(config.smsUrl, config.portalUrl);
  return folderOf(config.smsUrl, now) ?? deliverByMailToSms(config.smsUrl, config.mailFrom, host(config));
}

const folderOf = (url: string, now: () => Instant): Deliver | null =>
  url.startsWith("folder:") ? deliverToFolder(url.slice("folder:".length), now) : null;
/** What a message's own id ends in: the public name, and nothing of where the desk is. */
const host = (config: Config): string => new URL(config.portalUrl).hostname;

/** A channel nobody set up fails for good and says so, rather than wait for ever. */
const notSetUp =
  (setting: string): Deliver =>
  () =>
    Promise.reject(new Undeliverable(`${setting} is not set`));
