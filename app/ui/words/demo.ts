export const demoWords = {
  name: "Demo",
  nameText: "made up, nothing is sent",
  deskTime: "Desk time",
  jump: "Move the desk's clock",
  messages: "Delivered messages",
  guide: "Guide",
  signIn: "Be someone else",
  authenticator: (name: string): string => `${name}'s authenticator`,
};

/** How far the demo's clock can be moved at once, in hours. */
export const demoJumps: readonly { hours: number; label: string; said: string }[] = [
  { hours: 1, label: "+1 h", said: "Forward by one hour" },
  { hours: 24, label: "+24 h", said: "Forward by 24 hours" },
  { hours: 72, label: "+72 h", said: "Forward by 72 hours" },
  { hours: 168, label: "+7 days", said: "Forward by 7 days" },
];

export const messagesWords = {
  title: "Delivered messages",
  text: "What the people of the demo find in their mail and on their phones, newest first.",
  empty: "No message was sent yet.",
  emptyText: "Codes, links and notices appear here once the worker has sent them. Load the page again after a moment.",
  to: "To",
  when: "Sent",
  back: "All messages",
  sms: "SMS",
  email: "E-mail",
};
