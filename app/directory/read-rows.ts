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
  const taker = new RowTaker(file, directoryTables[table]);
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

/** Puts lines together to rows of one table; it holds one open row at most. */
class RowTaker {
  private order: number[] | null = null;
  private open: { text: string; line: number } | null = null;

  constructor(
    private readonly file: string,
    private readonly columns: readonly string[],
  ) {}

  /** The rows that end in a text of whole lines. */
  take(text: string, line: number): Row[] {
    const rows: Row[] = [];
    for (const [piece, at] of linesOf(text, line)) {
      const start = this.open ?? { text: null, line: at };
      const record = start.text === null ? piece : `${start.text}\n${piece}`;
      const isOpen = turnsQuoting(piece) === (start.text === null);
      this.open = isOpen ? { text: record, line: start.line } : null;
      if (!isOpen) this.close(record, start.line, rows);
      else if (start.text === null) this.mayOpen(piece, at);
      else if (record.length > mostLineBytes) throw tooLong(this.file, start.line);
    }
    return rows;
  }

  /** Throws when the file ended too early. */
  end(): void {
    if (this.open) throw this.fault(this.open.line, cellFaults["never-closed"]);
    const form = `Its first line names the columns: ${this.columns.join(", ")}.`;
    if (!this.order) throw this.fault(1, `The file is empty. ${form} Export it again and import again.`);
  }

  private close(record: string, line: number, rows: Row[]): void {
    const text = record.endsWith("\r") ? record.slice(0, -1) : record;
    if (text === "") return;
    const cells = cellsOf(text);
    if (typeof cells === "string") throw this.fault(line, cellFaults[cells]);
    if (this.order) rows.push({ line, cells: this.inOrder(cells, this.order, line) });
    else this.order = orderOf(cells, this.columns, { file: this.file, line });
  }

  /** A quote where none may stand is said of its own row, not of the rows it would swallow. */
  private mayOpen(piece: string, line: number): void {
    const cells = cellsOf(piece);
    if (typeof cells === "string" && cells !== "never-closed") throw this.fault(line, cellFaults[cells]);
  }

  private inOrder(cells: string[], order: number[], line: number): string[] {
    if (cells.length === order.length) return order.map((i) => cells[i] as string);
    const counts = `This row has ${cells.length} cells and needs ${order.length}.`;
    throw this.fault(line, `${counts} Quote cells that hold a comma, and import again.`);
  }

  private fault(line: number, what: string): DirectoryFault {
    return new DirectoryFault(this.file, line, what);
  }
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
