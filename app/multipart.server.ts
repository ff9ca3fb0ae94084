/** A body that is no form of ours: not multipart, cut off, or with parts it should not have. */
export class FormFault extends Error {}
/** A part that holds more bytes than it may. */
export class PartTooLarge extends Error {}

/** One part of a posted form; what of its data is not read is read past. */
export interface Part {
  name: string;
  /** True of a file, whatever its name is. */
  isFile: boolean;
  data: AsyncIterable<Buffer>;
}

/** Reads a multipart/form-data body (RFC 7578) part by part, in constant memory; throws FormFault when it is none. */
export async function* partsOf(body: Body, contentType: string): AsyncGenerator<Part> {
  const boundary = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  if (!boundary) throw new FormFault("This is no form with files.");
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  await finished(body.before(mark));
  while (await body.begins()) {
    const headers = headersOf(await text(body.before(endOfHeaders), mostHeaderBytes));
    const data = body.before(mark);
    yield { ...headers, data };
    await finished(data);
  }
}

/** The text of a part of at most so many bytes. */
export async function text(data: AsyncIterable<Buffer>, most: number): Promise<string> {
  return (await whole(data, most)).toString("utf8");
}

/** The bytes of a part of at most so many bytes. */
export async function whole(data: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of atMost(data, most)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The same data; throws PartTooLarge as soon as it is more than so many bytes. */
export async function* atMost(data: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of data) {
    bytes += piece.length;
    if (bytes > most) throw new PartTooLarge("A part of the form is too large.");
    yield piece;
  }
}

/** The bytes of a request as they come in. */
export class Body {
  // The first boundary is at the very beginning, where no line ended before it.
  private held: Buffer = Buffer.from("\r\n");

  constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {}

  /** What comes before a mark; the mark itself is left behind too. */
  async *before(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.held.indexOf(mark);
      const end = at < 0 ? Math.max(0, this.held.length - mark.length + 1) : at;
      const piece = this.held.subarray(0, end);
      this.held = this.held.subarray(at < 0 ? end : at + mark.length);
      if (piece.length > 0) yield piece;
      if (at >= 0) return;
      await this.more();
    }
  }

  /** True where a boundary begins another part, false where it was the last. */
  async begins(): Promise<boolean> {
    while (this.held.length < 2) await this.more();
    const next = this.held.toString("latin1", 0, 2);
    if (next !== "\r\n" && next !== "--") throw new FormFault("A boundary is followed by something else.");
    // The line end stays: it is the end of the headers where there are none.
    return next === "\r\n";
  }

  /** Reads past what is left: a browser looks for the answer only when all of its form was taken. */
  async drain(most: number): Promise<void> {
    try {
      for (let bytes = 0; bytes <= most; ) {
        const { value, done } = await this.reader.read();
        if (done) return;
        bytes += value.length;
      }
    } catch {
      // Whoever sent it is gone.
    }
  }

  private async more(): Promise<void> {
    const { value, done } = await this.reader.read().catch(() => ({ value: undefined, done: true as const }));
    if (done) throw new FormFault("The form ends before its last boundary.");
    this.held = Buffer.concat([this.held, value]);
  }
}

const endOfHeaders = Buffer.from("\r\n\r\n");
const mostHeaderBytes = 8 * 1024;

async function finished(data: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of data);
}

/** A quoted value ends at the next quote: browsers write a quote of the name itself as %22, and `;` or `=` as they are. */
function headersOf(headers: string): Pick<Part, "name" | "isFile"> {
  const disposition = /^content-disposition:[\t ]*form-data(.*)$/im.exec(headers)?.[1] ?? "";
  const fields = [...disposition.matchAll(/;\s*([a-z]+\*?)=(?:"([^"]*)"|([^;\s]*))/gi)];
  const of = (wanted: string) => fields.find(([, name]) => name?.toLowerCase() === wanted);
  const name = of("name");
  if (!name) throw new FormFault("A part of the form has no name.");
  return { name: name[2] ?? name[3] ?? "", isFile: Boolean(of("filename") ?? of("filename*")) };
}
