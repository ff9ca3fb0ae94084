import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Body, FormFault, PartTooLarge, partsOf, text, whole } from "./multipart.server";
import { boundary, multipart, multipartType, type SentPart } from "./testing-multipart";

interface Taken {
  name: string;
  isFile: boolean;
  data: string;
}

async function taken(bytes: Buffer, pieceBytes: number, type = multipartType): Promise<Taken[]> {
  const found: Taken[] = [];
  for await (const { name, isFile, data } of partsOf(bodyOf(bytes, pieceBytes), type))
    found.push({ name, isFile, data: (await whole(data, 1e6)).toString("latin1") });
  return found;
}

function bodyOf(bytes: Buffer, pieceBytes: number): Body {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + pieceBytes)));
      at += pieceBytes;
    },
  });
  return new Body(stream.getReader());
}

describe("A form with files", () => {
  it("comes out as it went in, whatever its files hold and however its bytes arrive", async () => {
    const part = fc.record<SentPart>(
      {
        name: fc.constantFrom("photo", "accounts", "key"),
        filename: fc.string({ unit: fc.constantFrom("a", "=", ";", '"', " ", "\\", "é", ".png", "/") }),
        data: fc
          .array(fc.constantFrom("\r\n", "--", "\r", "\n", `--${boundary.slice(0, 6)}`, "x", "\0", "name="))
          .map((pieces) => pieces.join("")),
      },
      { requiredKeys: ["name", "data"] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), fc.integer({ min: 1, max: 90 }), async (parts, size) => {
        expect(await taken(multipart(parts), size)).toEqual(
          parts.map(({ name, filename, data }) => ({ name, isFile: filename !== undefined, data })),
        );
      }),
    );
  });

  it.each(["a=b.png", "a;b.png", 'a"b.png', "", "x; name=key"])("takes a file that is called %j", async (filename) => {
    expect(await taken(multipart([{ name: "photo", filename, data: "bytes" }]), 7)).toEqual([
      { name: "photo", isFile: true, data: "bytes" },
    ]);
  });

  it("is read on past a part that nobody reads, in pieces", async () => {
    const parts = [
      { name: "other", filename: "o", data: "o".repeat(100_000) },
      { name: "key", data: "k" },
    ];
    const keys: string[] = [];
    for await (const { name, data } of partsOf(bodyOf(multipart(parts), 1000), multipartType))
      if (name === "key") keys.push(await text(data, 10));
    expect(keys).toEqual(["k"]);
  });

  it.each([
    ["that is cut off", multipart([{ name: "photo", filename: "p", data: "abc" }]).subarray(0, -12), multipartType],
    ["that is no form", Buffer.from("hello"), multipartType],
    ["whose part has no name", Buffer.from(`--${boundary}\r\n\r\nx\r\n--${boundary}--`), multipartType],
    ["without a boundary", multipart([]), "multipart/form-data"],
    ["with headers that never end", Buffer.from(`--${boundary}\r\n${"x".repeat(20_000)}`), multipartType],
  ])("%s is refused", async (_, bytes, type) => {
    await expect(taken(bytes, 100, type)).rejects.toSatisfy((e) => e instanceof FormFault || e instanceof PartTooLarge);
  });

  it("is refused as soon as a part is larger than it may be", async () => {
    const parts = multipart([{ name: "key", data: "k".repeat(1000) }]);
    const read = async () => {
      for await (const { data } of partsOf(bodyOf(parts, 100), multipartType)) await text(data, 120);
    };
    await expect(read()).rejects.toThrow(PartTooLarge);
  });
});
