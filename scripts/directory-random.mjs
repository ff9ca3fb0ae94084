const firstDay = Date.UTC(2016, 0, 1);
const dayMs = 86_400_000;
const letters = "CDEFGHJKLMNPRTVW";

/** Chance that is the same for the same seed: a generator of 32-bit numbers (sfc32) and what directories are made of. */
export function dice(seed) {
  const next = sfc32(seed);
  const below = (n) => Math.floor(next() * n);
  const one = (n) => below(n) === 0;
  const pick = (list) => list[below(list.length)];
  const time = (day) => `${new Date(firstDay + day * dayMs + below(86_400) * 1000).toISOString().slice(0, 19)}Z`;
  const label = (model, channels, short) => {
    const date = new Date(firstDay + below(3600) * dayMs).toISOString().slice(0, 10).replaceAll("-", "");
    const middle = `${channels ? pick(["04", "08", "16"]) : ""}${date}${one(4) ? "" : pick(["AA", "BB", "CC"])}`;
    return `${model}${middle}${pick(["CH", "WR", "EU", "RR"])}${short}${channels ? pick(["WCVU", "CLU", "W", ""]) : ""}`;
  };
  return { below, one, pick, time, label };
}

/** A SHORT of its own for each whole number below ten million: 9 digits, a letter and 8, or two letters and 7. */
export function serialOf(k) {
  const spread = (power) => String((k * 3 ** 13) % 10 ** power).padStart(power, "0");
  if (k % 3 === 0) return spread(9);
  return k % 3 === 1 ? letters[k % 16] + spread(8) : letters[k % 15] + letters[k % 16] + spread(7);
}

// Chris Doty-Humphrey's Small Fast Counter, 32 bits, public domain.
function sfc32(seed) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed >>> 0, 1];
  const next = () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i += 1) next();
  return next;
}
