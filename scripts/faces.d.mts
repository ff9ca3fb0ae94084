/** Every cut face: the path it has in the project and its bytes. */
export function cutFaces(): Promise<{ path: string; bytes: Uint8Array }[]>;
