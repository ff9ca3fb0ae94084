/** The four files of a directory in the order they are read, each with its columns. */
export const directoryTables = {
  accounts: ["account_id", "username", "display_name", "region", "created_at", "status", "second_factor", "locale"],
  contacts: ["account_id", "kind", "value", "verified_at"],
  devices: ["account_id", "serial", "model", "bound_at", "parent_serial"],
  answers: ["account_id", "question_id", "question", "answer"],
} as const;

export type DirectoryTable = keyof typeof directoryTables;

/** The tables in reading order. */
export const tableOrder = Object.keys(directoryTables) as readonly DirectoryTable[];

export const fileOf = (table: DirectoryTable): string => `${table}.csv`;

/** One data row: its cells in the order of the table's columns, and the physical line it starts on (the header is 1). */
export interface Row {
  line: number;
  cells: string[];
}
