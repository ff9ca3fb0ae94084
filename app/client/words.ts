/** Words of the page's script: the list of keys, the palette, the queue's news. */
export const keyWords = {
  title: "Keys",
  close: "Close",
  search: "Search",
  move: "Move from row to row",
  open: "Open the row",
  alt: "With one of these letters: also while you type",
  palette: "Go anywhere, do anything",
  placeholder: "Type a place, an act or a ticket's number",
  none: "Nothing here is called that",
  escape: "Leave a field, close a panel",
  rowKeys: { c: "Claim the row's ticket" } as Record<string, string>,
  goTo: (number: string): string => `Open CS-${number}`,
  fresh: (n: number): string => `${n} new ${n === 1 ? "ticket" : "tickets"}, show`,
};
