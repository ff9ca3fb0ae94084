import { DirectoryFault } from "./fault";

/** Where each column of a table stands in a header; throws a DirectoryFault unless it has exactly these, in any order. */
export function orderOf(
  header: readonly string[],
  columns: readonly string[],
  at: { file: string; line: number },
): number[] {
  const needed = `The columns are ${columns.join(", ")}. Export it with these and import again.`;
  const fault = (what: string) => new DirectoryFault(at.file, at.line, `${what} ${needed}`);
  // An unknown name is not repeated: in a file without a header it would be somebody's answer.
  const unknown = header.findIndex((name) => !columns.includes(name));
  if (unknown >= 0) throw fault(`Column ${unknown + 1} is not known.`);
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) throw fault(`The column ${twice} stands there twice.`);
  const missing = columns.find((name) => !header.includes(name));
  if (missing !== undefined) throw fault(`The column ${missing} is missing.`);
  return columns.map((name) => header.indexOf(name));
}
