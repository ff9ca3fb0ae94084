import { type BundleSource, type Bytes, NotABundle } from "./source";

/** A member of a zip (PKWARE APPNOTE 6.3): where its header stands, and what it weighs as stored and as it was. */
interface Member {
  name: string;
  method: number;
  stored: number;
  bytes: number;
  at: number;
}

const eocdBytes = 22;
const mostCommentBytes = 0xffff;
const pieceBytes = 256 * 1024;
const mostMembers = 1_000_000;
/** What one member takes in the directory, with a name of a bundle's and its Zip64 sizes, is far less. */
const mostDirectoryBytes = 500;
const inZip64 = 0xffffffff;

/** Unpacks deflated bytes; throws NotABundle for what does not unpack, and where something stands behind its end. */
export type Inflate = (stored: AsyncGenerator<Uint8Array>, name: string) => AsyncIterable<Uint8Array>;

/** Opens a zip as the files of a bundle: stored or deflated, nothing encrypted, and nothing but its members in it. */
export async function openZip(bytes: Bytes, inflate: Inflate = inflated): Promise<BundleSource> {
  const { members, directoryAt } = await directoryOf(bytes);
  const of = new Map(members.map((member, i) => [member.name, { member, end: members[i + 1]?.at ?? directoryAt }]));
  let read = 0;
  if ((members[0]?.at ?? 0) !== 0) throw new NotABundle("Something stands before the first file of the zip.");
  return {
    names: members.map((m) => m.name),
    progress: () => ({ read, of: bytes.size }),
    async *open(name) {
      const found = of.get(name);
      if (!found) throw new NotABundle(`The zip holds no ${name}.`);
      for await (const piece of contentOf(bytes, found.member, found.end, { inflate, onRead: (n) => (read += n) }))
        yield piece;
    },
  };
}

async function directoryOf(bytes: Bytes): Promise<{ members: Member[]; directoryAt: number }> {
  const tail = viewOf(await bytes.read(Math.max(0, bytes.size - eocdBytes - mostCommentBytes), bytes.size));
  const at = tail.byteLength - eocdBytes;
  if (at < 0 || tail.getUint32(at, true) !== 0x06054b50 || tail.getUint16(at + 20, true) !== 0)
    throw new NotABundle("This is no zip, or something stands after its end.");
  let count = tail.getUint16(at + 10, true);
  let length = tail.getUint32(at + 12, true);
  let from = tail.getUint32(at + 16, true);
  let end = bytes.size - eocdBytes;
  if (count === 0xffff || length === inZip64 || from === inZip64) {
    const big = await zip64End(bytes, end);
    ({ count, length, from, end } = big);
  }
  if (count > mostMembers || length > count * mostDirectoryBytes || from + length !== end)
    throw new NotABundle("The directory of the zip is not where it should be.");
  return { members: membersIn(viewOf(await bytes.read(from, from + length)), count), directoryAt: from };
}

async function zip64End(bytes: Bytes, eocdAt: number) {
  const locator = viewOf(await bytes.read(Math.max(0, eocdAt - 20), eocdAt));
  if (locator.byteLength !== 20 || locator.getUint32(0, true) !== 0x07064b50)
    throw new NotABundle("The zip's end is damaged.");
  const at = Number(locator.getBigUint64(8, true));
  const record = viewOf(await bytes.read(at, at + 56));
  if (record.byteLength !== 56 || record.getUint32(0, true) !== 0x06064b50 || at + 56 !== eocdAt - 20)
    throw new NotABundle("The zip's end is damaged.");
  const [count, length, from] = [32, 40, 48].map((offset) => Number(record.getBigUint64(offset, true))) as [
    number,
    number,
    number,
  ];
  return { count, length, from, end: at };
}

function membersIn(view: DataView, count: number): Member[] {
  const members: Member[] = [];
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      throw new NotABundle("The directory of the zip is damaged.");
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [
      number,
      number,
      number,
    ];
    const end = at + 46 + nameBytes + extraBytes + commentBytes;
    if (end > view.byteLength || commentBytes !== 0) throw new NotABundle("The directory of the zip is damaged.");
    members.push(memberAt(view, at, { nameBytes, extraBytes }));
    at = end;
  }
  if (at !== view.byteLength) throw new NotABundle("The directory of the zip is longer than its files.");
  return members.sort((a, b) => a.at - b.at);
}

function memberAt(
  view: DataView,
  at: number,
  { nameBytes, extraBytes }: { nameBytes: number; extraBytes: number },
): Member {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  // Bit 3: sizes stand behind the data; bit 11: the name is UTF-8. Nothing else is a bundle's.
  if ((flags & ~0x0808) !== 0 || (method !== 0 && method !== 8))
    throw new NotABundle("A file of the zip is stored in a way no bundle's is.");
  const name = textIn(view, at + 46, nameBytes);
  const big = zip64Extra(view, at + 46 + nameBytes, extraBytes);
  const value = (offset: number): number => {
    const small = view.getUint32(at + offset, true);
    return small === inZip64 ? big() : small;
  };
  // In the order in which Zip64 gives them.
  const bytes = value(24);
  const stored = value(20);
  return { name, method, stored, bytes, at: value(42) };
}

/** The next of the 64-bit values that stand where the 32-bit ones had no room. */
function zip64Extra(view: DataView, from: number, length: number): () => number {
  const values: number[] = [];
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), from + length);
    for (let v = at + 4; v + 8 <= end; v += 8) values.push(Number(view.getBigUint64(v, true)));
  }
  return () => {
    const value = values.shift();
    if (value === undefined || !Number.isSafeInteger(value))
      throw new NotABundle("The directory of the zip is damaged.");
    return value;
  };
}

async function* contentOf(
  bytes: Bytes,
  member: Member,
  end: number,
  { inflate, onRead }: { inflate: Inflate; onRead(n: number): void },
): AsyncGenerator<Uint8Array> {
  const local = viewOf(await bytes.read(member.at, member.at + 30));
  if (local.byteLength !== 30 || local.getUint32(0, true) !== 0x04034b50)
    throw new NotABundle(`The zip is damaged before ${member.name}.`);
  const [nameBytes, extraBytes] = [local.getUint16(26, true), local.getUint16(28, true)];
  const name = viewOf(await bytes.read(member.at + 30, member.at + 30 + nameBytes));
  if (textIn(name, 0, name.byteLength) !== member.name || local.getUint16(8, true) !== member.method)
    throw new NotABundle(`The zip names ${member.name} in two ways.`);
  const from = member.at + 30 + nameBytes + extraBytes;
  // Behind the data may stand a descriptor of 12 to 24 bytes, and nothing else.
  const behind = end - (from + member.stored);
  if (behind < 0 || (behind !== 0 && ((local.getUint16(6, true) & 8) === 0 || ![12, 16, 20, 24].includes(behind))))
    throw new NotABundle(`Something stands in the zip after ${member.name}.`);
  const stored = storedOf(bytes, from, from + member.stored, onRead);
  let length = 0;
  for await (const piece of member.method === 0 ? stored : inflate(stored, member.name)) {
    length += piece.length;
    if (length > member.bytes) break;
    yield piece;
  }
  if (length !== member.bytes) throw new NotABundle(`${member.name} is not as long as the zip says.`);
}

async function* storedOf(
  bytes: Bytes,
  from: number,
  to: number,
  onRead: (n: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += pieceBytes) {
    const piece = await bytes.read(at, Math.min(to, at + pieceBytes));
    onRead(piece.length);
    yield piece;
  }
}

/** As browsers unpack, which refuse what stands behind the end; Node up to 22 passes it over, and has its own. */
async function* inflated(stored: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const source = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await stored.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = source
    .pipeThrough(new DecompressionStream("deflate-raw") as unknown as TransformStream<Uint8Array, Uint8Array>)
    .getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw new NotABundle(`${name} does not unpack.`);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function textIn(view: DataView, at: number, length: number): string {
  return new TextDecoder("latin1").decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
}
