import type { Door } from "~/door.server";
import { sameText } from "./secret-compare.server";

/** The id of a ticket's one grant; its generation tells its links apart. */
export const grantIdOf = (ticket: string): string => `${ticket}.grant`;

/** The path of a reset link: `/reset/<ticket>.<generation>.<token>`; the token is derived, never stored. */
export const resetPath = (door: Door, ticket: string, generation: number): string =>
  `/reset/${ticket}.${generation}.${door.secrets.token("grant", grantIdOf(ticket), generation)}`;

/** The path of an objection link: `/objection/<ticket>.<contact>.<token>`. */
export const objectionPath = (door: Door, ticket: string, contact: string): string =>
  `/objection/${ticket}.${contact}.${door.secrets.token("objection", `${ticket}.${contact}`, 1)}`;

/** Ticket and generation of a reset token, or null when no such token was ever made. */
export function readReset(door: Door, token: string): { ticket: string; generation: number } | null {
  const [ticket = "", generation = "", mac = ""] = token.split(".");
  if (!/^[0-9a-f]{32}$/.test(ticket) || !/^[1-9]\d{0,3}$/.test(generation)) return null;
  const right = sameText(door.secrets.token("grant", grantIdOf(ticket), Number(generation)), mac);
  return right && token.split(".").length === 3 ? { ticket, generation: Number(generation) } : null;
}

/** Ticket and contact of an objection token, or null. */
export function readObjection(door: Door, token: string): { ticket: string; contact: string } | null {
  const [ticket = "", contact = "", mac = ""] = token.split(".");
  if (!/^[0-9a-f]{32}$/.test(ticket) || !/^[0-9a-f]{32}$/.test(contact)) return null;
  const right = sameText(door.secrets.token("objection", `${ticket}.${contact}`, 1), mac);
  return right && token.split(".").length === 3 ? { ticket, contact } : null;
}

/** The path of a link to a new password: `/new-password/<account>.<generation>.<token>`. */
export const newPasswordPath = (door: Door, account: string, generation: number): string =>
  `/new-password/${account}.${generation}.${door.secrets.token("forgotten", account, generation)}`;

/** Account and generation of such a token, or null when none like it was ever made. */
export function readNewPassword(door: Door, token: string): { account: string; generation: number } | null {
  const [account = "", generation = "", mac = ""] = token.split(".");
  if (!/^[0-9a-f]{32}$/.test(account) || !/^[1-9]\d{0,6}$/.test(generation)) return null;
  const right = sameText(door.secrets.token("forgotten", account, Number(generation)), mac);
  return right && token.split(".").length === 3 ? { account, generation: Number(generation) } : null;
}

/** The six digits of a text where the phone is the second factor. */
export const factorCode = (door: Door, account: string, contact: string, generation: number): string =>
  door.secrets.code(contact, `${account}.factor`, generation);

/** The six digits that confirm a contact its holder adds. */
export const ownContactCode = (door: Door, account: string, contact: string, generation: number): string =>
  door.secrets.code(contact, `${account}.own`, generation);

/** The six digits of a text about a forgotten password. */
export const forgottenCode = (door: Door, account: string, contact: string, generation: number): string =>
  door.secrets.code(contact, `${account}.forgotten`, generation);
