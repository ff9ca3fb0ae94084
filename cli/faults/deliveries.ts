import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deliverToFolder } from "~/delivery/folder.server";
import type { Deliver } from "~/delivery/port.server";
import { deliverMessages } from "~/desk/deliver-messages.server";
import { runHolds } from "~/desk/run-holds.server";
import { type House, handleOf } from "~/door.server";
import type { CaseFile } from "./case-file";

/** The worker's turn: what is due goes to the folder, with a line in the list of deliveries, and holds end. Tells how much it did. */
export async function workOnce(house: House, file: CaseFile): Promise<number> {
  const deliver = listed(file, house.door.clock.now);
  return (await deliverMessages(house, { email: deliver, phone: deliver })) + (await runHolds(house));
}

function listed({ mailFolder, deliveries }: CaseFile, now: () => number): Deliver {
  const toFolder = deliverToFolder(mailFolder, now);
  return async (message) => {
    await toFolder(message);
    const digest = createHash("sha256").update(JSON.stringify(message)).digest("hex");
    appendFileSync(deliveries, `${message.id} ${digest}\n`);
    return undefined;
  };
}

/** The text of the delivered message with this id, or null while it is on its way. */
export function messageIn(folder: string, id: string): string | null {
  const file = join(folder, fileOfMessage(id));
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { text: string }).text : null;
}

/** The file in a folder that a message with this id is delivered to. */
export const fileOfMessage = (id: string): string =>
  `${createHash("sha256").update(handleOf(id)).digest("hex").slice(0, 16)}.json`;
