import type { Role } from "domain/staff";

export const staffSignInWords = {
  title: "Sign in",
  name: "Name",
  password: "Password",
  code: "Code of your authenticator",
  codeHint: "Six digits. Leave it empty the first time.",
  send: "Sign in",
};

export const enrolmentWords = {
  title: "Set up your authenticator",
  text: "From now on, signing in and approving take a code from an app on your phone. Any authenticator app will do.",
  scan: "Scan this with the app",
  qr: "QR code for your authenticator",
  typed: "Or type this key into it",
  key: "the key",
  typedHint: "Time-based, six digits, every 30 seconds.",
  code: "The code it shows now",
  codeHint: "Six digits. Spaces do not matter.",
  demo: "In this demo the desk's clock has been moved, so the code on a phone does not fit it. Type the one in the bar above.",
  send: "Finish and sign in",
  lost: "Keep the app. If you lose your phone, whoever runs this desk adds you anew, at the command line.",
};

export const demoSignInWords = {
  title: "Who do you want to be?",
  text: "This is the demo: one click signs you in. All people and accounts in it are made up.",
  as: (name: string): string => `Sign in as ${name}`,
  orTyped: "Or sign in as at a real desk",
};

/** What each role comes here to do. */
export const roleTold: Record<Role, string> = {
  agent: "works the queue, with the caller on the line",
  supervisor: "reads the case and countersigns, or refuses",
  auditor: "finds, exports and proves",
  admin: "imports the directory, and never sees a ticket",
};
