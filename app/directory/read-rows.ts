import { join } from "node:path";
import type { FileDigest } from "domain/event";
import { blocksOf, mostLineBytes, tooLong } from "./blocks";
import { type CellFault, cellsOf, turnsQuoting } from "./csv";
import { DirectoryFault } from "./fault";
import { orderOf } from "./header";
import { type DirectoryTable, directoryTables, fileOf, type Row } from "./tables";

/** Rows that were read together, and how many bytes of the file are behind them. */
export interface Rows {
  rows: Row[];
  doneBytes: number;
}

/**
 * Reads one file of a directory in constant memory and ends with its digest; throws a DirectoryFault for anything that
 * is not RFC 4180 in UTF-8 with exactly the table's columns, in any order. Lines end in LF or CRLF; empty ones are none.
 */
export async function* readRows(folder: string, table: DirectoryTable): AsyncGenerator<Rows, FileDigest> {
  const file = fileOf(table);
  const taker = takerOf(table);
  const blocks = blocksOf(join(folder, file));
  for (;;) {
    const { value, done } = await blocks.next();
    if (done) {
      taker.end();
      return { file, sha256: value };
    }
    yield { rows: taker.take(value.text, value.line), doneBytes: value.doneBytes };
  }
}

interface Taker {
  /** The rows that end in a text of whole lines. */
  take(text: string, line: number): Row[];
  /** Throws when the file ended too early. */
  end(): void;
}

function takerOf(table: DirectoryTable): Taker {
  const file = fileOf(table);
  let order: number[] | null = null;
  let open: { text: string; line: number } | null = null;
  const closed = (record: string, line: number, rows: Row[]): void => {
    const text = record.endsWith("\r") ? record.slice(0, -1) : record;
    if (text === "") return;
    const cells = cellsOf(text);
    if (typeof cells === "string") throw new DirectoryFault(file, line, cellFaults[cells]);
    if (order) rows.push({ line, cells: inOrder(cells, order, { file, line }) });
    else order = orderOf(cells, directoryTables[table], { file, line });
  };
  const take = (text: string, line: number): Row[] => {
    const rows: Row[] = [];
    for (const [piece, at] of linesOf(text, line)) {
      const turns = turnsQuoting(piece);
      const start = open ?? { text: "", line: at };
      const record = open ? `${open.text}\n${piece}` : piece;
      open = turns === (open === null) ? { text: record, line: start.line } : null;
      if (!open) closed(record, start.line, rows);
      else if (open.text === piece) mayOpen(piece, start.line);
      else if (record.length > mostLineBytes) throw tooLong(file, start.line);
    }
    return rows;
  };
  // A quote where none may stand is said of its own row, not of the rows it would swallow.
  const mayOpen = (piece: string, line: number): void => {
    const cells = cellsOf(piece);
    if (typeof cells === "string" && cells !== "never-closed") throw new DirectoryFault(file, line, cellFaults[cells]);
  };
  const end = (): void => {
    if (open) throw new DirectoryFault(file, open.line, cellFaults["never-closed"]);
    if (!order)
      throw new DirectoryFault(
        file,
        1,
        `The file is empty. Its first line names the columns: ${directoryTables[table].join(", ")}. Export it again and import again.`,
      );
  };
  return { take, end };
}

const cellFaults: Record<CellFault, string> = {
  "quote-inside":
    "A quote stands inside a cell that does not begin with one. Quote the whole cell, double the quotes in it, and import again.",
  "after-quote":
    "Something stands between a closing quote and the next comma. Double the quotes inside the cell and import again.",
  "never-closed": "A quote is opened and never closed. Close it and import again.",
  "too-long": "A cell is longer than 64 KiB. Shorten it and import again.",
};

function* linesOf(text: string, line: number): Generator<[string, number]> {
  for (let at = line === 1 && text.startsWith("\ufeff") ? 1 : 0, n = line; at < text.length; n += 1) {
    const end = text.indexOf("\n", at);
    yield [text.slice(at, end < 0 ? text.length : end), n];
    at = end < 0 ? text.length : end + 1;
  }
}

function inOrder(cells: string[], order: number[], at: { file: string; line: number }): string[] {
  if (cells.length === order.length) return order.map((i) => cells[i] as string);
  throw new DirectoryFault(
    at.file,
    at.line,
    `This row has ${cells.length} cells and needs ${order.length}. Quote cells that hold a comma, and import again.`,
  );
}
