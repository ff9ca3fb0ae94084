import type { Decide } from "./case";
import { checkSavedCode } from "./check-saved-code";
import { acceptInvitation, invite } from "./invite";
import { makeSavedCodes } from "./make-saved-codes";
import type { Actor } from "./staff";
import { account, ada, given, hal, type Story } from "./testing";
import { days } from "./time";
import type { Voucher } from "./vouch";

/** Stories of saved codes and of people who vouch: Hal asked Vera, who has an account of her own. */

export const vera: Actor = { ...hal, id: "holder:acc-vera" };
export const veraVouching: Actor = { ...vera, id: "voucher:acc-vera", role: "voucher" };

/** Vera as somebody who may vouch. */
export const honest: Voucher = { frozen: false, vouchedAt: null, ownsNewContact: false, ofStaff: false };

/** The side of Vera's account. */
export const atVeras = (story = given()): Story => story.record({ id: "acc-vera" });

export const withCodes = (set = "s1", story = given()): Story =>
  story.when(makeSavedCodes({ set, passwordRight: true }), { actor: hal });

/** A code is typed that the desk found to be this one, or none. */
export function code(story: Story, id: string | null, actor: Actor = ada): Story {
  const n = story.entries.length;
  return story.when(checkSavedCode({ attempt: `try-${n}`, code: id, evidence: `proof-${n}` }), { actor });
}

export const invited = (change: { other?: string | null; installer?: boolean } = {}, story = given()): Story =>
  story.when(invite({ id: "l1", other: "acc-vera", installer: false, ...change }), { actor: hal });

/** Linked, with so many days gone by since Vera said yes. */
export function linked(change: { installer?: boolean; age?: number } = {}, story = given()): Story {
  const { age = 90, installer = false } = change;
  return invited({ installer }, story).when(acceptInvitation(atHals), { actor: vera }).after(days(age));
}

/** Hal's invitation of Vera. */
export const atHals = { link: "l1", voucher: "acc-vera" };

/** What Vera does about Hal's ticket, with what the loader reads of her. */
export const byVera = (story: Story, decide: Decide, voucher: Partial<Voucher> = {}): Story =>
  story.when(decide, { actor: veraVouching, facts: { voucher: { ...honest, ...voucher } } });

export const halsAccount = account;
