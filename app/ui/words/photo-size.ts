import { mostPhotoBytes } from "domain/photo";

const mebibyte = 1024 * 1024;

/** How large a photo may be, as it is said: a file of that many megabytes is never refused for its size. */
export const mostPhoto = `${Math.floor(mostPhotoBytes / mebibyte)} MB`;
