const orientationTag = 0x0112;
const shortType = 3;
const mostFields = 512;

/** How Exif says that a picture stands, from 1 to 8; 1, upright, for whatever cannot be read: it is no reason to refuse. */
export function orientationIn(exif: Uint8Array): number {
  const tiff = String.fromCharCode(...exif.subarray(0, 6)) === "Exif\0\0" ? exif.subarray(6) : exif;
  const order = String.fromCharCode(...tiff.subarray(0, 2));
  if (order !== "II" && order !== "MM") return 1;
  const number = (at: number, bytes: 2 | 4) => {
    const stretch = [...tiff.subarray(at, at + bytes)];
    if (stretch.length < bytes) return 0;
    return (order === "II" ? stretch.reverse() : stretch).reduce((n, byte) => n * 256 + byte, 0);
  };
  const directory = number(4, 4);
  const fields = Math.min(number(directory, 2), mostFields);
  for (let i = 0; i < fields; i += 1) {
    const at = directory + 2 + i * 12;
    if (number(at, 2) !== orientationTag || number(at + 2, 2) !== shortType) continue;
    const orientation = number(at + 8, 2);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}
