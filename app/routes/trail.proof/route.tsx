import type { LoaderFunctionArgs } from "@remix-run/node";
import { entryProof } from "~/read-watch.server";
import { fileOf, turnAway } from "~/reply.server";

/** The proof that an entry is in the newest published head, as a file (C2SP tlog-proof): hashes, and nothing of the entry itself. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const seq = /^\d{1,15}$/.test(params.seq ?? "") ? Number(params.seq) : turnAway(404);
  const proof = (await entryProof(context.door, seq)) ?? turnAway(404);
  return fileOf(proof, `entry-${seq}.tlog-proof`);
}
