import { mayOpenTicket } from "~/read.server";
import { type Context, staffOf } from "~/visitor.server";

/** Back to the ticket, or to the queue for who may see no more of it. */
export const afterJudging = async (context: Context, number: number): Promise<string> =>
  `${(await mayOpenTicket(context.door, staffOf(context), number)) ? `/tickets/${number}` : "/queue"}?done=judgement`;
