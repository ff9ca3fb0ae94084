import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { expect, it } from "vitest";
import { columnsOf, openDigest } from "./import-digest";

it("digests the hashes of the rows, each of its RFC 8785 bytes, blobs in hex, and nothing but the columns that are named", () => {
  const row = {
    id: "1",
    account_id: "2",
    set_id: 9,
    short: Buffer.from("short"),
    whole: null,
    near: Buffer.from([0, 255]),
    bound_at: "2020-01-01T00:00:00.000Z",
  };
  const odd = { ...row, id: '\u0000\u007f\u2028 é "quoted" \\ 😀' };
  const digest = openDigest("device");
  for (const one of [row, odd]) digest.add(one);
  const plain = ({ set_id: _, ...named }: typeof row) => ({
    ...named,
    short: named.short.toString("hex"),
    near: named.near.toString("hex"),
  });
  const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest();
  const hashes = [row, odd].map((one) => sha256(canonicalize(plain(one)) ?? ""));
  expect(digest.total()).toEqual({
    table: "device",
    count: 2,
    digest: sha256(Buffer.concat(hashes)).toString("hex"),
  });
});

it("leaves an answer's hash out, for it is hardened after the import", () => {
  expect(columnsOf.answer).not.toContain("hash");
});
