import { mostPhoto } from "./photo-size";
import type { Refused } from "./refusals";

const look = "That has to be looked at once more. Give me a moment.";
const orPicture = "Ask for an ordinary photo of it, or a copy that was printed to a new PDF.";

/** Why an uploaded file was not taken. */
export const fileRefusals: Record<string, Refused> = {
  "not-a-photo": {
    staff: `That file is not a photo we can take. Use a JPEG, PNG or WebP of at most ${mostPhoto}.`,
    say: "That file didn't work. Please send an ordinary photo from your phone.",
  },
  "picture-cut-off": {
    staff: "That picture ends too early: a part of it got lost on the way. Ask for it once more.",
    say: "Only a part of that picture arrived. Please send it again.",
  },
  "picture-moves": {
    staff: "That is a moving picture. A still photo is needed.",
    say: "That one is a moving picture. Please take an ordinary photo.",
  },
  "picture-too-large": {
    staff: "That picture has more points than we take: 40 million, and no side longer than 20,000.",
    say: "That picture is too large for us. Please take it with the ordinary camera setting.",
  },
  "photos-waiting": {
    staff: "Several photos are being looked at already. Wait half a minute, then send this one again.",
    say: "Give me half a minute; I'll try that photo again.",
  },
  "not-a-document": {
    staff: `That file is neither a picture nor a PDF we can take. Use a JPEG, PNG, WebP or PDF of at most ${mostPhoto}.`,
    say: "That file didn't work. Please send a photo of the receipt, or the PDF that the shop sent you.",
  },
  "document-cut-off": {
    staff: `That PDF does not end as a PDF does: a part of it got lost, or something hangs behind it. ${orPicture}`,
    say: "That PDF did not arrive whole. Please send it again, or take a photo of the receipt.",
  },
  "active-document": {
    staff: `That PDF holds a script, a form or other files, and we keep none of those. ${orPicture}`,
    say: "I can't take that PDF, because there is more in it than pages. A photo of the receipt will do.",
  },
  "too-many-purchases": {
    staff: "This ticket has three proofs of purchase, and takes no more.",
    say: "I have enough receipts for this request.",
  },
  "no-such-purchase": { staff: "There is no such proof of purchase on this ticket.", say: look },
  "purchase-already-judged": { staff: "That proof of purchase is judged already.", say: look },
  "holder-not-named": {
    staff: "It counts only where it names the holder on file. Tick that it does, or set it aside.",
    say: look,
  },
  "not-a-date": { staff: "That is no date. Write year, month and day, like 2021-07-22.", say: look },
  "dated-ahead": { staff: "That date is still to come. Look at it again, or set it aside.", say: look },
  "dated-late": { staff: "It is dated after that device was bound to the account, so it proves nothing.", say: look },
};
