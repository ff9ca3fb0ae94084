type Add = (path: string, file: string, options?: { index?: boolean }) => void;

/** The routes as Remix takes them, all side by side under the root. */
export function routes<T>(defineRoutes: (define: (add: Add) => void) => T): T;
/** Every address and the folder of its route. */
export const table: [path: string, folder: string][];
