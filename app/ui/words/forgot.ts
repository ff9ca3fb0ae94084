/** A forgotten password: the same words whether anybody has the address or not. */
export const forgotWords = {
  title: "I forgot my password",
  text: "Type the e-mail address or the phone number that we have of you. We send you a link or a code to choose a new password.",
  contact: "Your e-mail or phone",
  contactHint: "A phone number with its country code, like +44 20 7946 0018",
  send: "Send it to me",
  sentTitle: "Look in your messages",
  sentText:
    "If it is a contact of an account here, a message is on its way: an e-mail with a link, or a text with a code. It can take two minutes.",
  nothing: "Nothing came?",
  typos: "Check what you typed for slips. Perhaps you registered with another address or number.",
  spam: "Look in your spam folder too. The newest message is the one that works.",
  again: "Send it once more",
  other: "Try another e-mail or phone",
  desk: "Still nothing? Call us: we help you back in without them.",
  codeTitle: "A code came?",
  code: "The code",
  codeHint: "Six digits. Spaces do not matter.",
  open: "Choose a new password",
  wrongCode: "That code does not work. Please type the newest one, within ten minutes of asking for it.",
};
