const mostCharacters = 100;

/** True of a text that may stand in a column, an index and a list: at most 100 characters, none of them control characters. */
export const isShortText = (cell: string): boolean => cell.length <= mostCharacters && !/\p{Cc}/u.test(cell);
