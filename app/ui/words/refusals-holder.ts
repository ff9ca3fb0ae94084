import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });

/** Refusals of what holders do about their account by themselves. */
export const holderRefusals: Record<string, Refused> = {
  "already-stopped": staffOnly("The account is frozen already, so there was nothing left to stop."),
  "same-password": staffOnly("The holder typed the password that the account has already, so nothing was changed."),
  "no-such-session": staffOnly("That session had ended already."),
};
