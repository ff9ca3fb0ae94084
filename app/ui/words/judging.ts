/** Words of the page on which a second person reads a photo. */
export const judging = {
  title: "Read the label",
  lead: (name: string): string =>
    `Look for ${name} on paper beside the label, then type what you read on the label. You see only the photo; the matcher decides.`,
  numbered: (name: string): string => `${name} is written by hand beside the label`,
  serial: "What the label says",
  hint: "Spaces and case do not matter. Do not guess a character: a wrong one counts as a try.",
  button: "Check what I read",
  decline: "Or it cannot be used",
  declineButton: "Set the photo aside",
  alt: (name: string): string => `Photo added to ${name}: a device label, to be read by eye`,
  larger: "Open the photo alone to enlarge it.",
  notYou: "A second person reads this photo",
  notYouWhy: "Not whoever added it, and not the ticket's agent, nor who opened it.",
  results: {
    match: "What was read matches a device on file.",
    near: "What was read matches no device on file.",
    miss: "What was read matches no device on file.",
    declined: "This photo was set aside.",
  },
};
