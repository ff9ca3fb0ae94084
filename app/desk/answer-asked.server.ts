import type { Decide } from "domain/case";
import { refuse } from "domain/event";
import { codeTries, sendForgotten } from "domain/forgot";
import { isoOf } from "domain/time";
import { askedDue, type Door, forgetAsked, type House, settleAskedAlone } from "~/door.server";
import { worker } from "./deliver-messages.server";
import { eachAlone } from "./each-alone.server";
import { askedOf, onFile } from "./forgot-password.server";

const atOnce = 20;

/** Looks whose address or number was typed at the public door, and sends a way or enters that a code was wrong. Gives how many it answered. */
export async function answerAsked({ door, writer }: House): Promise<number> {
  const due = await askedDue(door.reader, door.clock.now(), atOnce);
  return eachAlone(
    "asked",
    due,
    (one) => one.id,
    async ({ id, kind }) => {
      const { typed, language } = await askedOf(door, id);
      const { account, contacts } = await onFile(door, typed);
      const wrong: Decide = () => refuse("forgotten.type-code", "wrong-code");
      await enter(door, id, {
        account,
        decide: kind === "way" ? sendForgotten(contacts, { ask: id, language }) : wrong,
        kind,
      });
      await settleAskedAlone(writer, id, isoOf(door.clock.now()));
    },
  );
}

/** Forgets what was answered once tries are not counted by it any more. */
export const sweepAsked = ({ door, writer }: House): Promise<number> =>
  forgetAsked(writer, door.clock.now() - 2 * codeTries.inMs);

interface Answer {
  account: string | null;
  decide: Decide;
  kind: "way" | "code";
}

/** What is nobody's is entered as that. Answered by two workers, it is entered once. */
async function enter(door: Door, id: string, { account, decide, kind }: Answer): Promise<void> {
  const all = { actor: worker, request: `asked:${id}`, key: { key: `asked:${id}`, digest: id } };
  const command = kind === "way" ? "forgotten.send" : "forgotten.type-code";
  await (account === null
    ? door.ledger.enact({
        ...all,
        stream: "reads",
        subject: null,
        object: null,
        decide: () => refuse(command, "no-such-contact"),
      })
    : door.ledger.enact({ ...all, stream: "case", account, ticket: null, decide }));
}
