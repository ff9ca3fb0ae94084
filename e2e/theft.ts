import { askQuestions, confirmNewAddress, openTicket, submit, trySerial } from "./agent";
import type { Colleague, Desk } from "./desk";
import type { Holder } from "./holders";
import { countersign, openPacket } from "./supervisor";
import { seesOnTicket } from "./ticket";

interface Crew {
  desk: Desk;
  ada: Colleague;
  sam: Colleague;
  max: Colleague;
}

/** Everything a thief with bought data and a stolen label could get submitted: T4, proven; gives the ticket's number. */
export async function putInReview({ desk, ada }: Crew, victim: Holder, address: string): Promise<string> {
  const number = await openTicket(ada, victim, ["The e-mail address on file", "The phone number on file"]);
  await confirmNewAddress(ada, desk, address);
  await trySerial(ada, victim.serials[0] ?? "");
  await trySerial(ada, victim.serials[1] ?? "");
  await askQuestions(ada, victim);
  await submit(ada);
  return number;
}

/** The same, and countersigned twice. */
export async function putOnHold(crew: Crew, victim: Holder, address: string): Promise<string> {
  const number = await putInReview(crew, victim, address);
  for (const supervisor of [crew.sam, crew.max]) {
    await openPacket(supervisor, number);
    await countersign(supervisor);
  }
  await seesOnTicket(crew.max, number, "The hold runs");
  return number;
}
