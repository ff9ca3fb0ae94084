/** The first line of a report of refused rows. */
export const refusedHeader = "file,line,reason\r\n";

/** One refused row as a line of RFC 4180 that no spreadsheet takes for a formula. */
export function refusedLine(row: { file: string; line: number; reason: string }): string {
  return `${[row.file, String(row.line), row.reason].map(safeCell).join(",")}\r\n`;
}

/** The whole report, in pieces, from rows in the order in which they were refused. */
export async function* refusedCsv(rows: AsyncIterable<{ file: string; line: number; reason: string }>): AsyncGenerator<string> {
  yield refusedHeader;
  for await (const row of rows) yield refusedLine(row);
}

// What spreadsheets take for a formula begins with one of these, blanks and control characters before it left aside.
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/u;

function safeCell(cell: string): string {
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
