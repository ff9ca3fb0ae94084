import { capital } from "./amounts";

const known: Record<string, string> = {
  eu: "Europe",
  emea: "Europe, Middle East and Africa",
  us: "United States",
  na: "North America",
  latam: "Latin America",
  asia: "Asia",
  ap: "Asia and the Pacific",
  apac: "Asia and the Pacific",
  mea: "Middle East and Africa",
  uk: "United Kingdom",
  cn: "China",
  jp: "Japan",
  tw: "Taiwan",
};

/** A region of the directory in words: "Europe", "Europe, west 2"; one that is no code of ours is shown as it was imported. */
export function regionWords(region: string): string {
  const [first = "", ...rest] = region.trim().split(/[-_\s]+/);
  const name = Object.hasOwn(known, first.toLowerCase()) ? known[first.toLowerCase()] : undefined;
  if (name === undefined) return capital(region);
  return rest.length === 0 ? name : `${name}, ${rest.join(" ").toLowerCase()}`;
}
