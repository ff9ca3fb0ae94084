import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { Context } from "./visitor.server";

export interface SentFile {
  name: string;
  type: string;
  /** Where it is known. */
  bytes?: number;
  data: AsyncIterable<Buffer | string>;
}

/** A file as an answer, read no faster than its reader takes it: Remix by itself takes in all of it; `no-transform`, because a compressor would. */
export function fileAnswer({ room }: Pick<Context, "room">, { name, type, bytes, data }: SentFile): Response {
  const headers = {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": "no-store, no-transform",
    "X-Content-Type-Options": "nosniff",
    ...(bytes === undefined ? {} : { "Content-Length": String(bytes) }),
  };
  return new Response(createReadableStreamFromReadable(Readable.from(paced(data, room))), { headers });
}

/** What a stranger sent, as an answer in which nothing runs: never opened in place, never sniffed, never kept by a cache. */
export function inertAnswer(bytes: Uint8Array, { name, type }: Pick<SentFile, "name" | "type">): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "no-store",
    },
  });
}

/** Waits until an answer takes more; false once its reader went away. */
export function roomIn(res: ServerResponse): Promise<boolean> {
  if (res.destroyed || !res.writableNeedDrain) return Promise.resolve(!res.destroyed);
  return new Promise((resolve) => {
    const ended = () => {
      res.off("close", ended);
      res.off("drain", ended);
      resolve(!res.destroyed);
    };
    res.once("close", ended);
    res.once("drain", ended);
  });
}

async function* paced<T>(data: AsyncIterable<T>, room: Context["room"]): AsyncGenerator<T> {
  for await (const part of data) {
    if (!(await room())) return;
    yield part;
  }
}
