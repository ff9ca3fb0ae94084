import { accountSignInRefused, portalRefusal } from "./portal-refusals";
import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });
const signIn = staffOnly(
  "Name, password or code is not right. A code works once, so wait for the next one. After several failed tries sign-in pauses for 15 minutes.",
);
const freshCode = staffOnly(
  "That code is not right, or it was used before. Wait for the next one of your authenticator. After five failed tries it pauses for 15 minutes.",
);
const holderSignIn = staffOnly(accountSignInRefused.en);
const signedOut = staffOnly("You are signed out. Sign in again and come back to this page.");

/** Refusals of signing in, roles, forms, exports, imports and new passwords. */
export const deskRefusals: Record<string, Refused> = {
  "not-your-role": {
    staff: "Your role does not do this. Ask someone whose role does.",
    say: "That is not mine to do. I'll pass it on to a colleague.",
  },
  disabled: {
    staff: "This member of staff is disabled, so nothing they do goes through.",
    say: "I can't go on here. A colleague will; please stay on the line or call again.",
  },
  "wrong-password": signIn,
  "no-such-member": signIn,
  "not-enrolled": signIn,
  "code-used": freshCode,
  "too-many-requests": {
    staff: "That was too often in a short time. Wait a minute, then try again.",
    say: "Please give me a minute; I have to wait before I can look again.",
  },
  "too-busy": staffOnly(portalRefusal("en", "too-busy")),
  "too-many-hits": {
    staff: "More than five accounts have exactly that. Search by something that only one has.",
    say: "I need something more exact: the user name, the e-mail, or a serial number.",
  },
  "too-many-searches": {
    staff: "Too many searches found nothing within an hour. Searching goes on in an hour; ask a supervisor until then.",
    say: "I can't look anything else up right now. Do you have the ticket number of an earlier request?",
  },
  "signed-out": signedOut,
  "session-ended": signedOut,
  "foreign-origin": staffOnly("That form was not sent from this site, so nothing was changed."),
  "key-reused": staffOnly("That form was sent before with other content. Load the page again and send it once more."),
  "files-gone": staffOnly("The files are no longer here: they are kept for an hour. Choose them again."),
  "reason-missing": staffOnly("Choose a reason. It stays on the trail with what you did."),
  "filter-not-an-id": staffOnly(
    "Who, what or account in the search is none of this desk's ids, or a bound of it no day. Search by an id from the trail, then export.",
  ),
  "older-size-is-none": staffOnly("That is no size of a checkpoint: it is its second line, a whole number from 1 on."),
  "older-size-too-large": staffOnly(
    "That checkpoint counts more entries than this trail has. If a key of this desk signed it, entries were cut off: tell whoever runs the desk.",
  ),
  "no-such-account": {
    staff: "Nothing on file is exactly that. Check the spelling; parts of a value find nothing.",
    say: "I can't find that as you said it. Could you spell it for me?",
  },
  "import-under-way": staffOnly("An import is running. Wait until it is done, then start the next."),
  "import-file-missing": staffOnly("All four files are needed: accounts, contacts, devices and answers."),
  "wrong-reference-or-code": staffOnly(portalRefusal("en", "wrong-reference-or-code")),
  "answers-did-not-hold": staffOnly(portalRefusal("en", "answers-did-not-hold")),
  "name-missing": staffOnly("A name is missing, or longer than 100 characters."),
  "name-taken": staffOnly("Someone signs in with that name already. Choose another."),
  "not-the-same": staffOnly("The two passwords are not the same."),
  "second-factor-needed": staffOnly("The account has a second factor on, so a password alone does not open it."),
  "too-short": staffOnly("That password is too short."),
  "too-long": staffOnly("That password is too long: at most 128 characters."),
  "contains-own-name": staffOnly("That password holds a name or an address of its owner."),
  common: staffOnly("That password is one of the commonest."),
  guessable: staffOnly("That password is easy to guess."),
  composition: staffOnly("That password needs a capital letter, a small letter, a digit and a sign."),
  "no-such-import": staffOnly("That import is over, or there is none. Look at the list of imports."),
  "already-in-force": staffOnly("That is in force already."),
  "key-was-retired": staffOnly("That key was retired; a trail never goes back to an earlier one."),
  "nothing-to-acknowledge": staffOnly("No jump of the clock waits to be acknowledged."),
  "already-added": staffOnly("That member of staff was added before."),
  "same-role": staffOnly("They have that role already."),
  "already-enrolled": staffOnly("An authenticator is enrolled already. Sign in with its code."),
};

/** Words for a reason that means something else in one command. */
export const refusalsByCommand: Record<string, Refused> = {
  "trail.export/reason-missing": staffOnly("Say why, in five characters or more. It goes with the export."),
  "trail.export/no-such-ticket": staffOnly("There is no ticket of that number, so there is nothing to bundle."),
  "staff.sign-in/wrong-code": signIn,
  "staff.sign-in/code-used": signIn,
  "staff.sign-in/too-many-tries": signIn,
  "staff.sign-in/disabled": signIn,
  "staff.sign-in/already-enrolled": signIn,
  "holder.sign-in/wrong-password": holderSignIn,
  "holder.sign-in/account-frozen": holderSignIn,
  "holder.sign-in/session-ended": holderSignIn,
  "holder.sign-in/second-factor-needed": holderSignIn,
  "holder.sign-in/too-many-tries": holderSignIn,
  "staff.disable/disabled": staffOnly("That member of staff is disabled already."),
  "staff.enrol/wrong-code": freshCode,
  "staff.enrol/too-many-tries": freshCode,
  "staff.step-up/wrong-code": freshCode,
  "staff.step-up/too-many-tries": freshCode,
  "directory.import/reason-missing": staffOnly(
    "Say in a few words why this directory is imported. It stays with the import.",
  ),
  ...Object.fromEntries(
    [
      "ticket.approve",
      "ticket.return",
      "ticket.reject",
      "dispute.settle",
      "review.judge",
      "glass.ask",
      "glass.confirm",
      "value.reveal",
    ].flatMap((command) => [
      [`${command}/wrong-code`, freshCode],
      [`${command}/too-many-tries`, freshCode],
    ]),
  ),
};
