const news: Record<string, string> = {
  answers: "Thank you. Your answers were checked. Nobody here sees them.",
  photo: "Your photo arrived. A second person looks at it.",
  purchase: "Your receipt arrived. A second person looks at it.",
  cancellation: "Your request is cancelled.",
  objection: "It is stopped. Two supervisors look at it now.",
  safety: "Thank you. The desk knows, and is more careful from now on.",
  grant: "A new link is on its way. The old one no longer works.",
};

/** Good news a public page tells once, by the name its address carries; null for anything else. */
export const portalNews = (done: string | null): string | null => (done ? (news[done] ?? null) : null);
