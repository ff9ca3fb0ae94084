import { ticketName } from "./labels";

/** What the guided path needs to know of the demo's story. */
export interface GuideFacts {
  number: number;
  reference: string;
  holder: string;
  /** The address the requester can read now. */
  newContact: string;
  /** Serials on the labels of the account's devices. */
  serials: readonly string[];
  answers: readonly { question: string; answer: string }[];
  /** How the holder signs in once it is done. */
  username: string;
  agent: string;
  supervisors: readonly [string, string];
  auditor: string;
}
export interface GuideStep {
  /** The member of staff to be, or null for the requester. */
  be: string | null;
  title: string;
  text: string;
  /** What to type, ready to copy. */
  type: readonly { label: string; value: string }[];
  go: { href: string; words: string };
}

export const guideWords = {
  title: "One recovery, from both sides",
  text: (holder: string): string =>
    `No sum of actions by one person can recover an account: an agent proves, supervisors countersign, time and the old contacts may stop it, and every step is an entry. ${holder} has lost both e-mail and phone. Follow the case from the first call to the new password, as everyone who has a part in it. It takes about five minutes.`,
  be: (name: string): string => `Be ${name}`,
  requester: "Be the requester",
  done: "done",
  next: "next",
  type: "Type",
  more: "More to try",
  thief: "And if it was a thief?",
  thiefText:
    "Before you move the clock, open the newest notice to the old contacts among the delivered messages and press “Stop it”. Everything halts, and no link is ever sent. To follow the path once more, begin anew with npm run demo -- --fresh.",
};

/** What else the demo's week holds, by who does it: each leads to the page where it happens. */
export const guideMore: readonly { who: string; what: string; href: string }[] = [
  {
    who: "Any agent",
    what: "Match a caller: they read a number off their request's page, you tell them a word",
    href: "/queue",
  },
  {
    who: "Any agent",
    what: "Say no, kindly: press N on a ticket; “Noted”, under “Take care”, is a silent call for help",
    href: "/queue",
  },
  {
    who: "A supervisor",
    what: "An owner proved that a request was a thief's: a second word ends it",
    href: "/approvals",
  },
  { who: "A supervisor", what: "Someone guessed at serials: say what you found", href: "/flags" },
  { who: "A supervisor, an auditor or an admin", what: "Who approves whose work, and how quickly", href: "/reports" },
  {
    who: "An admin",
    what: "Draft a policy and see which past tickets would have gone differently; another admin confirms it",
    href: "/policies",
  },
];

/** The nine steps of the guided path, each with the page where it happens. */
export function guideSteps(f: GuideFacts): GuideStep[] {
  const ticket = `/tickets/${f.number}`;
  const name = ticketName(f.number);
  const messages = { href: "/demo/messages", words: "Open the delivered messages" };
  const signIn = { href: "/sign-in", words: "Sign in" };
  const approve = { href: `/approvals/${f.number}`, words: `Open ${name} for approval` };
  return [
    step(f.agent, `Sign in as ${f.agent}`, "An agent with a caller on the line. One click does it.", signIn),
    step(f.agent, `Claim ${name}`, "Find it in the queue and claim it, so that nobody else works on it.", {
      href: ticket,
      words: `Open ${name}`,
    }),
    step(
      f.agent,
      "Confirm the new address",
      "Name it on the ticket and send it a code. Then be the caller for a moment: read the code among the delivered messages, and type it back.",
      messages,
      [{ label: "New address", value: f.newContact }],
    ),
    step(
      f.agent,
      "Check the serial numbers",
      "The caller reads them from the labels. Mistype one first: you learn that it failed, and never how close it was.",
      { href: ticket, words: `Back to ${name}` },
      f.serials.map((value, at) => ({ label: `Device ${at + 1}`, value })),
    ),
    step(
      f.agent,
      "Ask the security questions",
      `Draw them, type what the caller says, and check them together. Then submit ${name} for countersigning.`,
      { href: ticket, words: `Back to ${name}` },
      f.answers.map(({ question, answer }) => ({ label: question, value: answer })),
    ),
    step(
      f.supervisors[0],
      `Countersign as ${f.supervisors[0]}`,
      `Sign in as ${f.supervisors[0]} and read the case. Approving takes a reason and a fresh code; the bar above shows it.`,
      approve,
    ),
    step(
      f.supervisors[1],
      `Countersign as ${f.supervisors[1]}`,
      "The second name has to be another person. Then the hold begins, and the old contacts are told again.",
      approve,
    ),
    step(
      null,
      "Let the hold pass",
      "Look at the request as the requester sees it: ask for a code, find it among the messages. Then move the desk's clock with the buttons above until the hold is over (that signs everyone out, as time would), open the link that comes, choose a password and sign in as the holder.",
      { href: "/request", words: "Open the request" },
      [
        { label: "Reference", value: f.reference },
        { label: "User name", value: f.username },
      ],
    ),
    step(
      f.auditor,
      `Read the trail as ${f.auditor}`,
      "Every step is there, with every refusal. Open one entry and see its exact bytes; export them with a reason and a fresh code.",
      { href: `/trail?ticket=${f.number}`, words: `Open the trail of ${name}` },
    ),
  ];
}

function step(
  be: string | null,
  title: string,
  text: string,
  go: GuideStep["go"],
  type: GuideStep["type"] = [],
): GuideStep {
  return { be, title, text, type, go };
}
