import { z } from "zod";

/** An id as forms carry it. */
export const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
