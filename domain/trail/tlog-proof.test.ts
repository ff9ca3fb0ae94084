import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signCheckpoint } from "./checkpoint";
import { signerOf } from "./note";
import { inclusionSpans } from "./proof";
import { formatTlogProof, openTlogProof, parseTlogProof } from "./tlog-proof";
import { leafHash, nodeHash } from "./tree";

const origin = "countersign/test";
const signer = signerOf(origin, 1, Buffer.alloc(32, 7));
const leaves = ["a", "b", "c"].map((text) => leafHash(Buffer.from(text)));
const [a, b, c] = leaves as [Buffer, Buffer, Buffer];
const root = nodeHash(nodeHash(a, b), c);
const checkpoint = signCheckpoint({ origin, size: 3, root }, signer);
const proof = { extra: null, index: 1, hashes: [a, c], checkpoint };
const text = formatTlogProof(proof);
const given = { leaf: b, key: signer, origin };
const problemOf = (...args: Parameters<typeof openTlogProof>): string | null => {
  const opened = openTlogProof(...args);
  return "problem" in opened ? opened.problem : null;
};

describe("A proof as a text", () => {
  it("is laid out as C2SP has it", () => {
    expect(text).toBe(
      `c2sp.org/tlog-proof@v1\nindex 1\n${a.toString("base64")}\n${c.toString("base64")}\n\n${checkpoint}`,
    );
  });

  it("comes back as it was, whatever the entry, the tree and the extra data", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.option(fc.uint8Array({ maxLength: 40 })), (x, y, bytes) => {
        const [index, size] = [Math.min(x, y), Math.max(x, y) + 1];
        const hashes = inclusionSpans(index, size).map((span) => leafHash(Buffer.from(`${span.from}`)));
        const note = signCheckpoint({ origin, size, root }, signer);
        const extra = bytes === null ? null : Buffer.from(bytes);
        const made = { extra, index, hashes, checkpoint: note };
        expect(parseTlogProof(formatTlogProof(made))).toEqual({ ...made, about: { origin, size, root } });
      }),
      { numRuns: 60 },
    );
  });

  it("is the only entry's where the tree has no other", () => {
    const note = signCheckpoint({ origin, size: 1, root: a }, signer);
    const alone = formatTlogProof({ extra: null, index: 0, hashes: [], checkpoint: note });
    expect(alone).toBe(`c2sp.org/tlog-proof@v1\nindex 0\n\n${note}`);
    expect(problemOf(alone, { ...given, leaf: a })).toBeNull();
  });

  const first = `${a.toString("base64")}\n`;

  it.each([
    ["nothing", ""],
    ["another first line", text.replace("@v1", "@v2")],
    ["CRLF for line feeds", text.replaceAll("\n", "\r\n")],
    ["one CR", text.replace("index 1\n", "index 1\r\n")],
    ["no last line feed", text.slice(0, -1)],
    ["bytes after the end", `${text}x`],
    ["a line after the end", `${text}x\n`],
    ["an empty line too many at its end", `${text}\n`],
    ["an empty line too many before the checkpoint", text.replace("\n\n", "\n\n\n")],
    ["no empty line before the checkpoint", text.replace("\n\n", "\n")],
    ["a BOM", `\uFEFF${text}`],
    ["no index", text.replace("index 1\n", "")],
    ["an index with a zero before it", text.replace("index 1", "index 01")],
    ["an index below nothing", text.replace("index 1", "index -1")],
    ["an index that is none", text.replace("index 1", "index one")],
    ["an index beyond the tree", text.replace("index 1", "index 3")],
    ["an index beyond counting", text.replace("index 1", "index 9999999999999999")],
    ["base64 without its padding", text.replace(first, first.replace("=", ""))],
    ["base64 of the other alphabet", text.replace(first, `${"-".repeat(43)}=\n`)],
    ["base64 with bits that mean nothing", text.replace(first, first.replace(/.=\n/, "B=\n"))],
    ["a blank after a hash", text.replace(first, first.replace("\n", " \n"))],
    ["a hash that is too short", text.replace(first, `${a.subarray(1).toString("base64")}\n`)],
    ["a hash too many", text.replace(first, first + first)],
    ["a hash too few", text.replace(first, "")],
    ["a thousand hashes", text.replace(first, first.repeat(1000))],
    ["extra data that is no base64", text.replace("index", "extra ?\nindex")],
    ["extra data twice", text.replace("index", "extra YQ==\nextra YQ==\nindex")],
    ["extra data after the index", text.replace("index 1\n", "index 1\nextra YQ==\n")],
    ["no checkpoint", text.slice(0, text.indexOf("\n\n") + 2)],
    ["a checkpoint without a signature", text.slice(0, text.indexOf("\n— ") + 1)],
  ])("with %s is refused", (_what, changed) => {
    expect(changed).not.toBe(text);
    expect(parseTlogProof(changed)).toBeNull();
    expect(problemOf(changed, given)).toBe("not-a-proof");
  });
});

describe("What a proof proves", () => {
  it("is that this leaf is in the tree that this key signed", () => {
    expect(openTlogProof(text, given)).toEqual({ checkpoint: { origin, size: 3, root } });
    expect(problemOf(formatTlogProof({ ...proof, extra: Buffer.from("e") }), given)).toBeNull();
  });

  it("is nothing about another leaf, another place, another key or another trail", () => {
    const other = signerOf(origin, 1, Buffer.alloc(32, 8));
    expect(problemOf(text, { ...given, leaf: a })).toBe("not-in-the-tree");
    expect(problemOf(text.replace("index 1", "index 0"), given)).toBe("not-in-the-tree");
    expect(problemOf(text, { ...given, key: other })).toBe("not-signed-by-key");
    expect(problemOf(text, { ...given, origin: "countersign/other" })).toBe("other-origin");
    expect(problemOf(text.replace("\n3\n", "\n4\n"), given)).toBe("forged-signature");
    expect(problemOf(text.replace(root.toString("base64"), b.toString("base64")), given)).toBe("forged-signature");
  });
});
