import type { Weight } from "./asking";
import type { BundleFile, Manifest } from "./bundle";
import { tampered } from "./verdict";

/** What the files of a bundle weigh, by name, as far as they were read. */
export type Weights = Map<string, Weight>;

/** Throws Found at the first file that is not the one its manifest vouches for. */
export function checkedFiles(manifest: Manifest, weights: Weights): void {
  const changed = manifest.files.find((file) => isOther(file, weights));
  if (changed)
    throw tampered("file-changed", null, `The file ${changed.name} is not the one its manifest vouches for.`);
}

/** How long a file is that a manifest vouches for. */
export const bytesOf = ({ files }: Manifest, name: string): number => files.find((f) => f.name === name)?.bytes ?? 0;

/** Whether a file is another than its manifest vouches for. */
export function isChanged(manifest: Manifest, weights: Weights, name: string): boolean {
  const file = manifest.files.find((f) => f.name === name);
  return !file || isOther(file, weights);
}

function isOther({ name, bytes, sha256 }: BundleFile, weights: Weights): boolean {
  const weight = weights.get(name);
  return weight?.bytes !== bytes || weight.sha256 !== sha256;
}
