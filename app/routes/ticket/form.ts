import { z } from "zod";

/** A text field: trimmed by whoever reads it, never longer than `most` characters. */
export const text = (most: number) => z.string().max(most, `Please use at most ${most} characters.`);

/** An id as forms carry it. */
export const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, "This is not an id of ours.");
