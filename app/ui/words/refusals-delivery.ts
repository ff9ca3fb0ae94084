import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });

/** Refusals of what becomes of messages. */
export const deliveryRefusals: Record<string, Refused> = {
  "no-such-message": staffOnly("There is no such message."),
  "message-not-failed": staffOnly("That message is under way, or it arrived: there is nothing to try again."),
  "message-outdated": staffOnly(
    "The code or link in that message is no longer good, so it is not sent again. Whoever waits for it asks for a new one.",
  ),
};
