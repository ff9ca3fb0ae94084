import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cosign, cosignedAt, formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from "./checkpoint";
import {
  formatNote,
  formatVkey,
  judgeNote,
  parseNote,
  parseVkey,
  readVkey,
  signatureLine,
  signerOf,
  signNote,
} from "./note";

const seed = (n: number): Buffer => createHash("sha256").update(`seed ${n}`).digest();
const log = signerOf("desk.example/trail", 1, seed(1));
const other = signerOf("desk.example/trail", 1, seed(2));
const witness = signerOf("witness.example", 4, seed(3));
const checkpoint = { origin: "desk.example/trail", size: 20852163, root: seed(4) };
const published = signCheckpoint(checkpoint, log);

describe("A signed note", () => {
  const example = [
    "This is an example message.",
    "",
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=",
    "",
  ].join("\n");
  const exampleKey = parseVkey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

  it("verifies as the published example says, with the published key", () => {
    const note = parseNote(example);
    if (!note || !exampleKey) throw new Error("the example is no note");
    expect(judgeNote(note, exampleKey)).toBe("signed");
    expect(formatNote(note)).toBe(example);
    expect(judgeNote({ ...note, text: "This is another message.\n" }, exampleKey)).toBe("forged");
    expect(judgeNote(note, log)).toBe("absent");
  });

  it("is none with a control character, without its empty line, or with a line that is no signature", () => {
    for (const bad of [
      example.replace("message", "mess\u0001age"),
      example.replaceAll("\n", "\r\n"),
      example.replace("\n\n", "\n"),
      example.slice(0, -1),
      `${example}\n`,
      `${example}more\n`,
      example.replace("— ", "- "),
      example.replace("aQM=", "aQN="),
      "",
    ])
      expect(parseNote(bad)).toBeNull();
  });

  it("keeps empty lines in its text, and any number of signatures by others", () => {
    const text = "one\n\ntwo\n";
    const note = formatNote({ text, signatures: [signNote(text, other), signNote(text, log)] });
    const read = parseNote(note);
    expect(read?.text).toBe(text);
    expect(read && judgeNote(read, log)).toBe("signed");
  });
});

describe("A verifier key", () => {
  it("is read back as it was written", () => {
    for (const key of [log, witness]) {
      const { name, id, type, publicKey } = key;
      expect(parseVkey(formatVkey(key))).toEqual({ name, id, type, publicKey });
    }
  });

  it("is none when a character of it is another", () => {
    const text = formatVkey(log);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(..."+/=aB0 é"), (at, c) => {
        const changed = text.slice(0, at) + c + text.slice(at + 1);
        expect(parseVkey(changed) === null).toBe(changed !== text);
      }),
    );
    expect(parseVkey("a+00000000+AAAA")).toBeNull();
  });

  it("tells a wrong letter from what is no key", () => {
    const text = formatVkey(log);
    for (const changed of [text.replace("+A", "+B"), `${text.slice(0, -5)}aaaaa`, `x${text}`])
      expect([changed !== text, readVkey(changed)]).toEqual([true, { problem: "other-id" }]);
    for (const none of ["", "not a key", text.slice(0, -1)]) expect(readVkey(none)).toEqual({ problem: "not-a-key" });
  });
});

describe("A checkpoint", () => {
  it("is three lines: origin, size and root", () => {
    expect(
      formatCheckpoint({ ...checkpoint, root: Buffer.from("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", "base64") }),
    ).toBe("desk.example/trail\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
  });

  it("is none with a size that is no plain decimal, a root that is no hash, or an empty line", () => {
    const root = checkpoint.root.toString("base64");
    for (const bad of [
      `o\n01\n${root}\n`,
      `o\n-1\n${root}\n`,
      `o\n1e3\n${root}\n`,
      `o\n99999999999999999\n${root}\n`,
      `o\n1\n${root.slice(4)}\n`,
      `o\n1\n${root}`,
      `\n1\n${root}\n`,
      `o\n1\n${root}\n\nx\n`,
    ])
      expect(parseCheckpoint(bad)).toBeNull();
    expect(parseCheckpoint(`o\n1\n${root}\nan extension\n`)).not.toBeNull();
  });

  it("opens with the key that signed it, for the trail it is of, and not otherwise", () => {
    expect(openCheckpoint(published, log, checkpoint.origin)).toMatchObject({ checkpoint });
    expect(openCheckpoint(published, other, checkpoint.origin)).toEqual({ problem: "not-signed-by-key" });
    expect(openCheckpoint(published, log, "another.example")).toEqual({ problem: "other-origin" });
    expect(openCheckpoint(published.replace("20852163", "20852164"), log, checkpoint.origin)).toEqual({
      problem: "forged-signature",
    });
    expect(openCheckpoint("nothing", log, checkpoint.origin)).toEqual({ problem: "not-a-checkpoint" });
  });

  it("carries a witness's word with its time, beside the log's own signature", () => {
    const text = formatCheckpoint(checkpoint);
    const note = `${published}${signatureLine(cosign(text, 1_679_315_147, witness))}`;
    const opened = openCheckpoint(note, log, checkpoint.origin);
    if ("problem" in opened) throw new Error(opened.problem);
    expect(cosignedAt(opened.note, witness)).toBe(1_679_315_147);
    expect(cosignedAt(opened.note, signerOf("witness.example", 4, seed(9)))).toBeNull();
    const forged = { ...opened.note, text: opened.note.text.replace("20852163", "20852162") };
    expect(cosignedAt(forged, witness)).toBeNull();
  });
});
