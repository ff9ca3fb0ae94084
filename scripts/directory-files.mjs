import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** A CSV file (RFC 4180) written row by row; `row` tells the physical line the row starts on. */
export function openCsv(path, header, { bom = false, crlf = false }) {
  const stream = createWriteStream(path);
  const eol = crlf ? "\r\n" : "\n";
  let [line, rows] = [1, -1];
  const row = async (cells) => {
    const text = cells.map(cell).join(",") + eol;
    const start = line;
    line += text.split("\n").length - 1;
    rows += 1;
    await put(stream, text);
    return start;
  };
  if (bom) stream.write("\ufeff");
  row(header);
  return { row, rows: () => rows, end: () => close(stream) };
}

/** The list of rows to be refused, written as they come, and their counts by file and reason at the end. */
export function openExpected(path, seed) {
  const stream = createWriteStream(path);
  const faulty = {};
  stream.write(`{\n"seed": ${seed},\n"refused": [`);
  const refuse = async (name, line, reason) => {
    const first = Object.keys(faulty).length === 0;
    const what = `${name}: ${reason}`;
    faulty[what] = (faulty[what] ?? 0) + 1;
    await put(stream, `${first ? "" : ","}\n  ${JSON.stringify({ file: `${name}.csv`, line, reason })}`);
  };
  const end = async (rows) => {
    stream.write(`\n],\n"rows": ${JSON.stringify(rows)},\n"faulty": ${JSON.stringify(faulty)}\n}\n`);
    await close(stream);
    return { seed, rows, faulty };
  };
  return { refuse, end };
}

const cell = (value) => (/[",\r\n]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value);

async function put(stream, text) {
  if (!stream.write(text)) await once(stream, "drain");
}

async function close(stream) {
  stream.end();
  await finished(stream);
}
