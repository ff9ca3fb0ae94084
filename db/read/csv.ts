/** One line of RFC 4180 CSV, with its CRLF; every cell is made harmless to spreadsheets first. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(harmless(cell))).join(",")}\r\n`;

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it: one that begins with = + - @ (in any width),
 * a control character, or a blank, behind which some programs still look for one.
 */
export const harmless = (cell: string): string => (isHazard(cell) ? `'${cell}` : cell);

function isHazard(cell: string): boolean {
  if (plainlyBegun.test(cell)) return false;
  const [first] = cell;
  if (first === undefined) return false;
  return /^[\p{C}\p{Z}\s]/u.test(first) || /^[=+\-@]/.test(first.normalize("NFKC"));
}

// Nearly every cell: a letter or digit, or the brace of data.
const plainlyBegun = /^[A-Za-z0-9{]/;

const quoted = (cell: string): string => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
