/** A bundle's files, wherever they are: read piece by piece, in order. Web APIs only, so that it is the same in Node and in a browser. */
export interface BundleSource {
  names: string[];
  open(name: string): AsyncIterable<Uint8Array>;
  /** Bytes read so far, and all there are to read once. */
  progress(): { read: number; of: number };
}
/** Something with bytes at places: a file, or what a browser was given. */
export interface Bytes {
  size: number;
  read(from: number, to: number): Promise<Uint8Array>;
}
/** A file that is no zip, or one that is not as a bundle's is. */
export class NotABundle extends Error {}
