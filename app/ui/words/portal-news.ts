const news: Record<string, string> = {
  answers: "Thank you. Your answers were checked. Nobody here sees them.",
  photo: "Your photo arrived. A second person looks at it.",
  purchase: "Your receipt arrived. A second person looks at it.",
  cancellation: "Your request is cancelled.",
  objection: "It is stopped. Two supervisors look at it now.",
  safety: "Thank you. The desk knows, and is more careful from now on.",
  "saved-code": "Thank you. Your saved code was right. It is used up now.",
  vouch: "Here is your number. Read it to the person who vouches for you, and to nobody else.",
  people: "If that address has an account here, its owner is asked now. Have a look here from time to time.",
  "invitation-accept": "Thank you. You are linked now. We told both of you.",
  "invitation-decline": "You said no. We told both of you.",
  ending: "That is ended. We told everyone who was part of it.",
  vouched: "Thank you. Your word is noted. We sent you a message about it, too.",
  grant: "A new link is on its way. The old one no longer works.",
};

/** Good news a public page tells once, by the name its address carries; null for anything else. */
export const portalNews = (done: string | null): string | null =>
  done !== null && Object.hasOwn(news, done) ? (news[done] ?? null) : null;
