/** Why a file cannot be taken as a whole: the file, the line where there is one, what is wrong and what to do. */
export class DirectoryFault extends Error {
  constructor(
    readonly file: string,
    readonly line: number | null,
    what: string,
  ) {
    super(`${line === null ? file : `${file}, line ${line}`}: ${what} Nothing was changed.`);
  }
}
