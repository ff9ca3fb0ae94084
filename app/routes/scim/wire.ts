/** What a SCIM client is told of what it cannot have (RFC 7644, 3.12). */
export class ScimProblem extends Error {
  constructor(
    readonly status: number,
    readonly scimType: string | null,
    detail: string,
  ) {
    super(detail);
  }
}

export const scimType = "application/scim+json";
export const userSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
const api = "urn:ietf:params:scim:api:messages:2.0";

/** A SCIM answer. */
export function scimReply(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": `${scimType}; charset=utf-8`, ...headers },
  });
}

export function scimError({ status, scimType: type, message }: ScimProblem): Response {
  const body = {
    schemas: [`${api}:Error`],
    status: String(status),
    ...(type === null ? {} : { scimType: type }),
    detail: message,
  };
  return scimReply(body, status);
}

/** Resources of a list; `total` is null where counting them would go through the whole directory (RFC 9865, 2.2). */
export function listReply(
  resources: readonly unknown[],
  { total, from = 1, next = null }: { total: number | null; from?: number; next?: string | null },
): Response {
  return scimReply({
    schemas: [`${api}:ListResponse`],
    ...(total === null ? {} : { totalResults: total }),
    itemsPerPage: resources.length,
    startIndex: from,
    ...(next === null ? {} : { nextCursor: next }),
    Resources: resources,
  });
}

/** Runs a request and answers what it throws of this kind. */
export async function answering(body: () => Promise<Response>): Promise<Response> {
  try {
    return await body();
  } catch (error) {
    if (error instanceof ScimProblem) return scimError(error);
    throw error;
  }
}

/** The longest body that is read: a user is short. */
export const mostBytes = 64 * 1024;

/** The JSON object that was sent; no more of it is read than is allowed, whatever length was said. */
export async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const text = await textOf(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ScimProblem(400, "invalidSyntax", "The body is no JSON.");
  }
  if (!isObject(body)) throw new ScimProblem(400, "invalidSyntax", "The body is no JSON object.");
  return body;
}

async function textOf({ body }: Request): Promise<string> {
  if (!body) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      throw new ScimProblem(413, null, `A body of more than ${mostBytes} bytes is not read.`);
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts).toString("utf8");
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
