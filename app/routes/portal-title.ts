import type { MetaFunction } from "@remix-run/node";
import type { Language } from "~/ui/languages";
import { portalTitle } from "~/ui/words/portal-titles";

/** The title of a public page, in the language that its loader's data names. */
export const titleOf =
  (page: Parameters<typeof portalTitle>[1]): MetaFunction<() => Promise<{ language: Language }>> =>
  ({ data }) => [{ title: portalTitle(data?.language ?? "en", page) }];
