import { mostPhoto } from "./photo-size";

/** What the public pages say of a file that was not taken. */
export const portalFileRefusals: Record<string, string> = {
  "not-a-photo": `That file is not a photo that we can use. Please send a JPEG, PNG or WebP of at most ${mostPhoto}.`,
  "picture-cut-off": "Only a part of that picture arrived. Please send it again.",
  "picture-moves": "That is a moving picture. Please send an ordinary photo.",
  "picture-too-large": "That picture is too large. Please take it with the ordinary setting of your camera.",
  "photos-waiting": "Many photos are coming in at once. Please wait half a minute, then send yours again.",
  "not-a-document": `That file is not one that we can use. Please send a photo of the receipt, or a PDF, of at most ${mostPhoto}.`,
  "document-cut-off": "That PDF did not arrive whole. Please send it again, or a photo of the receipt.",
  "active-document": "That PDF holds more than pages, so we cannot take it. Please send a photo of the receipt.",
};
