import type { Place } from "../shell/desk";
import { placeWords } from "./desk";
import { ticketName } from "./labels";
import { type ErrorKind, errorWords } from "./portal-errors";

/** Where the public's words do not fit who works here. */
const own: Partial<Record<ErrorKind, { title: string; text: string }>> = {
  "not-found": {
    title: "There is no such page",
    text: "The address may be mistyped, or what it names is not yours to open. Nothing was changed.",
  },
  "not-allowed": {
    title: "You cannot open this",
    text: "Your role does not reach this page, or a form came from somewhere else. Nothing was changed.",
  },
  "form-only": {
    title: "There is nothing to load here",
    text: "This address only takes a form. Loading it sends nothing again.",
  },
};

/** What the desk's page of an error says to who is signed in. */
export const deskErrorWords = (kind: ErrorKind): { title: string; text: string } =>
  own[kind] ?? errorWords.en.kinds[kind];

export const deskErrorLinks = {
  place: (place: Place): string => `Go on: ${placeWords[place]}`,
  ticket: (number: number): string => `Back to the ticket ${ticketName(number)}`,
};
