import { type Cleaned, QueueFull } from "~/photo.server";
import type { Who } from "./case.server";
import { withoutKey } from "./new-contact.server";

/** A file made clean, or refused because too many wait to be looked at already. */
export async function cleanedInTurn(clean: () => Promise<Cleaned>): Promise<Cleaned> {
  try {
    return await clean();
  } catch (error) {
    if (error instanceof QueueFull) return { refused: waiting };
    throw error;
  }
}

/** A form that only came too early is not used up: it may be sent again as it is. */
export const keyUnlessWaiting = (who: Who, refused: string): Who => (refused === waiting ? withoutKey(who) : who);

const waiting = "photos-waiting";
