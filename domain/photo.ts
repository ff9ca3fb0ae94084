/** A photo is at most 8 MiB as it arrives. */
export const mostPhotoBytes = 8 * 1024 * 1024;

/** What a photo may be, by its first bytes; whatever else it calls itself, it is no photo. */
export function photoFormat(bytes: Uint8Array): "jpeg" | "png" | "webp" | null {
  const starts = (signature: readonly number[], at = 0) => signature.every((byte, i) => bytes[at + i] === byte);
  if (starts([0xff, 0xd8, 0xff])) return "jpeg";
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  return starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8) ? "webp" : null;
}
