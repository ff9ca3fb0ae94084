import { type Facts, type Teller, tell, textOf } from "./telling";

const to = (f: Facts): string => textOf(f, "mask", "a contact");

/** How what became of messages is told. */
export const deliveryEvents = {
  "message.delivered": (f) => tell(`A message to ${to(f)} arrived.`),
  "message.bounced": (f) =>
    tell(`A message to ${to(f)} came back.`, "It was accepted for delivery and did not arrive."),
  "message.retried": (f, who) => tell(`${who} had a message to ${to(f)} tried again.`),
  "deliveries.viewed": (f, who) =>
    tell(
      f.view === "waiting"
        ? `${who} looked at the messages that wait.`
        : `${who} looked at the messages that were not delivered.`,
    ),
} satisfies Record<string, Teller>;
