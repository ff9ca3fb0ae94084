import { describe, expect, it } from "vitest";
import { formatTlogProof, parseTlogProof } from "./tlog-proof";
import { leafHash } from "./tree";

const checkpoint = "countersign/desk\n3\nAAAA\n\n— countersign/desk AAAA\n";
const proof = [leafHash(Buffer.from("a")), leafHash(Buffer.from("b"))];
const text = formatTlogProof({ index: 2, proof, checkpoint });

describe("A proof that an entry is in the tree", () => {
  it("reads back as it was written, with hashes and without", () => {
    expect(parseTlogProof(text)).toEqual({ index: 2, proof, checkpoint });
    const alone = formatTlogProof({ index: 0, proof: [], checkpoint });
    expect(alone).toBe(`c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoint}`);
    expect(parseTlogProof(alone)).toEqual({ index: 0, proof: [], checkpoint });
  });

  it.each([
    ["another version", text.replace("@v1", "@v2")],
    ["a byte order mark", `\ufeff${text}`],
    ["carriage returns", text.replaceAll("\n", "\r\n")],
    ["a leading zero", text.replace("index 2", "index 02")],
    ["a sign", text.replace("index 2", "index +2")],
    ["no index", text.replace("index 2\n", "")],
    ["extra data", text.replace("index 2", "extra AAAA\nindex 2")],
    ["a hash cut short", text.replace(/=\n/, "\n")],
    ["a hash of another length", text.replace(/^[\w+/]{43}=$/m, "AAAA")],
    ["a trailing blank", text.replace("index 2", "index 2 ")],
    ["no checkpoint", text.slice(0, text.indexOf("\n\n"))],
    ["too many hashes", formatTlogProof({ index: 2, proof: Array(54).fill(proof[0]), checkpoint })],
  ])("is none with %s", (_what, bad) => {
    expect(bad).not.toBe(text);
    expect(parseTlogProof(bad)).toBeNull();
  });
});
