import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { defineCommand } from "citty";
import { formatVkey, parseVkey, type SignerKey, signerOf } from "domain/trail/note";
import { type Answer, type KnownLog, openWitness, type Witness } from "~/desk/witness-checkpoints.server";
import { exit, guarded } from "./house";

const mostBytes = 200_000;

/** A witness: run it where nobody at the desk can reach it. It prints its verifier key, and what it signed. */
export const witness = defineCommand({
  meta: { name: "witness", description: "Witness the checkpoints of one or more trails (C2SP tlog-witness)." },
  args: {
    dir: { type: "string", description: "the folder of its key and of what it remembers", required: true },
    name: { type: "string", description: "its name, as signatures carry it", required: true },
    log: { type: "string", description: "verifier keys of the trails it knows, by commas", required: true },
    host: { type: "string", description: "the address to listen on", default: "127.0.0.1" },
    port: { type: "string", description: "the port to listen on", default: "3100" },
  },
  async run({ args }) {
    process.exitCode = await guarded(async () => {
      mkdirSync(args.dir, { recursive: true, mode: 0o700 });
      const signer = signerOf(args.name, 4, seedIn(join(args.dir, "witness.key")));
      const known = openWitness(join(args.dir, "checkpoints.json"), signer, logsOf(args.log));
      await listen(known, signer, args.host, Number(args.port));
      return exit.ok;
    });
  },
});

function seedIn(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return Buffer.from(readFileSync(file, "utf8").trim(), "hex");
}

function logsOf(keys: string): KnownLog[] {
  return keys.split(",").map((text) => {
    const key = parseVkey(text);
    if (key?.type !== 1)
      throw new Error(`"${text.trim()}" is no verifier key of a trail, as "countersign keys show" prints it.`);
    return { origin: key.name, key };
  });
}

function listen(witness: Witness, signer: SignerKey, host: string, port: number): Promise<void> {
  const server = createServer((req, res) => {
    answerTo(witness, req)
      .catch((): Answer => ({ status: 400, body: "The request could not be read.\n" }))
      .then(({ status, body, type }) => {
        res.writeHead(status, { "Content-Type": type ?? "text/plain; charset=utf-8" }).end(body);
      });
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new Error(`${host}:${port} cannot be listened on: ${error.message}.`)));
    server.listen(port, host, () =>
      console.log(`The witness is at http://${host}:${port} and signs as\n${formatVkey(signer)}`),
    );
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => server.close(() => resolve()));
  });
}

async function answerTo(witness: Witness, req: IncomingMessage): Promise<Answer> {
  if (req.method === "POST" && req.url === "/add-checkpoint") return told(witness.add(await bodyOf(req)));
  const [, hash] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(req.url ?? "") ?? [];
  if (req.method !== "GET" || !hash) return { status: 404, body: "There is nothing here.\n" };
  const note = witness.latest(hash);
  return note === null
    ? { status: 404, body: "No checkpoint of that trail was signed here.\n" }
    : { status: 200, body: note };
}

function told(answer: Answer): Answer {
  console.log(`${new Date().toISOString()} add-checkpoint ${answer.status}`);
  return answer;
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req) {
    length += (part as Buffer).length;
    if (length > mostBytes) throw new Error("too long");
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString("utf8");
}
