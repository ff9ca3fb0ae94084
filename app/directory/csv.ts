/** The longest cell, in bytes of UTF-8. */
export const mostCellBytes = 64 * 1024;

/** What is wrong with the text of a row. */
export type CellFault = "quote-inside" | "after-quote" | "never-closed" | "too-long";

/** The cells of one whole record of RFC 4180 without its line end, or what is wrong with it. */
export function cellsOf(record: string): string[] | CellFault {
  const cells = record.includes('"') ? quotedCells(record) : record.split(",");
  if (typeof cells === "string" || record.length * mostBytesOfUnit <= mostCellBytes) return cells;
  return cells.some(isTooLong) ? "too-long" : cells;
}

/** True if a text holds an odd number of quotes, so that a record that was closed before is now open, or the reverse. */
export function turnsQuoting(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

// One UTF-16 unit takes at most three bytes of UTF-8.
const mostBytesOfUnit = 3;
const isTooLong = (cell: string): boolean =>
  cell.length * mostBytesOfUnit > mostCellBytes && Buffer.byteLength(cell, "utf8") > mostCellBytes;

const quoted = /"([^"]*(?:""[^"]*)*)"/y;

function quotedCells(record: string): string[] | CellFault {
  const cells: string[] = [];
  for (let at = 0; at <= record.length; at += 1) {
    quoted.lastIndex = at;
    const match = record[at] === '"' ? quoted.exec(record) : null;
    const comma = record.indexOf(",", at);
    const end = match ? quoted.lastIndex : comma < 0 ? record.length : comma;
    const cell = match?.[1]?.replaceAll('""', '"') ?? record.slice(at, end);
    if (!match && cell.includes('"')) return record[at] === '"' ? "never-closed" : "quote-inside";
    if (end < record.length && record[end] !== ",") return "after-quote";
    cells.push(cell);
    at = end;
  }
  return cells;
}
