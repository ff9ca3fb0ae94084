import { turnAway } from "~/reply.server";

/**
 * Answers a form about a ticket. To who may read nothing of that ticket, whatever is wrong is 404, as for a number that names
 * none; what was refused stands on the trail all the same. What was done, now or when the form was sent first, is said.
 */
export async function unlessForeign<A extends Response>(
  mayRead: () => Promise<boolean>,
  answering: () => Promise<A>,
): Promise<A> {
  try {
    const answer = await answering();
    return answer.ok || isOnward(answer) || (await mayRead()) ? answer : turnAway(404);
  } catch (thrown) {
    if (!(thrown instanceof Response) || isOnward(thrown) || (await mayRead())) throw thrown;
    return turnAway(404);
  }
}

const isOnward = ({ status }: Response): boolean => status >= 300 && status < 400;
