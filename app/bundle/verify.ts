import { type Brought, type BundleFinding, checkBundle, nothingFound } from "domain/trail/check-bundle";
import { type BundleSource, NotABundle } from "./source";

/** Checks a bundle from its source; what cannot be read is a finding too. `between` is awaited after each piece, so that a page stays alive. */
export async function verifyBundle(
  source: BundleSource,
  brought: Brought,
  between: () => Promise<void> | void = () => {},
): Promise<BundleFinding> {
  const check = checkBundle(source.names, brought);
  const open = new Map<string, AsyncIterator<Uint8Array>>();
  try {
    let step = check.next();
    while (!step.done) {
      const { file } = step.value;
      const pieces = open.get(file) ?? source.open(file)[Symbol.asyncIterator]();
      open.set(file, pieces);
      const piece = await pieces.next();
      if (piece.done) open.delete(file);
      step = check.next(piece.done ? null : piece.value);
      await between();
    }
    return step.value;
  } catch (error) {
    if (!(error instanceof NotABundle)) throw error;
    return unread(error.message);
  } finally {
    for (const pieces of open.values()) await pieces.return?.();
  }
}

/** The finding of what could not be read as a bundle. */
export const unread = (sentence: string): BundleFinding => ({
  ...nothingFound(),
  problem: { verdict: "malformed", what: "bundle-unread", seq: null, sentence },
});
