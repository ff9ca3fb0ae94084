import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { writeReadableStreamToWritable } from "@remix-run/node";
import { expect, it } from "vitest";
import { fileAnswer, roomIn } from "./send-file.server";

const part = Buffer.alloc(1_000_000, "x");
const parts = 200;

/** A file of 200 MB, sent as Remix sends a body; tells how much of it was read when its reader first made it wait. */
async function sentTo(read: (port: number) => Promise<unknown>): Promise<{ readWhenFull: number; ended: number }> {
  const seen = { read: 0, full: 0 };
  let closed = () => {};
  const over = new Promise<void>((resolve) => {
    closed = resolve;
  });
  async function* data() {
    try {
      for (; seen.read < parts; seen.read += 1) yield part;
    } finally {
      closed();
    }
  }
  const room = (res: ServerResponse) => () => {
    if (res.writableNeedDrain && seen.full === 0) seen.full = seen.read;
    return roomIn(res);
  };
  const server = createServer((_req, res) => {
    const answer = fileAnswer({ room: room(res) }, { name: "f", type: "application/zip", data: data() });
    void writeReadableStreamToWritable(answer.body as ReadableStream, res);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  await Promise.all([read((server.address() as AddressInfo).port), over]);
  await new Promise((done) => server.close(done));
  return { readWhenFull: seen.full, ended: seen.read };
}

it("A file is read no faster than its reader takes it, and arrives whole", async () => {
  let got = 0;
  const { readWhenFull, ended } = await sentTo(async (port) => {
    const answer = await new Promise<IncomingMessage>((answered) => get(`http://127.0.0.1:${port}`, answered));
    for await (const piece of answer) got += piece.length;
  });
  expect(got).toBe(parts * part.length);
  expect(readWhenFull).toBeGreaterThan(0);
  expect(readWhenFull).toBeLessThan(20);
  expect(ended).toBe(parts);
});

it("A file whose reader goes away is read no further", async () => {
  const { ended } = await sentTo(
    (port) =>
      new Promise((gone) => {
        const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
        socket.once("data", () => socket.destroy());
        socket.once("close", gone);
      }),
  );
  expect(ended).toBeLessThan(parts);
});
