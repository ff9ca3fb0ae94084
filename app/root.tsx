import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import interFace from "./faces/inter-latin.woff2";
import arabicFace from "./faces/noto-sans-arabic.woff2";
import icon from "./icon.svg";
import { PageContext } from "./page-context";
import { demoOf } from "./routes/demo-bar";
import stylesheet from "./tailwind.css";
import { DeskErrorPage } from "./ui/desk-error-page";
import { LanguageContext } from "./ui/language";
import { type Language, languageFacts } from "./ui/languages";
import { ErrorPage } from "./ui/portal/error-page";
import { ReachContext } from "./ui/portal/reach";
import { productName } from "./ui/words/desk";
import type { ErrorKind } from "./ui/words/portal-errors";
import { portalErrorTitle } from "./ui/words/portal-titles";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", type: "image/svg+xml", href: icon },
];
export const meta: MetaFunction = () => [{ title: productName }];

export default function Root() {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

/** Every error is a sentence: no stack, no secret, and the number it can be asked about by. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { request, home, desk, demo, path, portal, language } = useContext(PageContext);
  const kind = isRouteErrorResponse(error) ? kindOf(error.status, portal ? path : null) : "broken";
  const requestId = kind === "broken" ? request : null;
  return (
    <Document title={desk ? undefined : portalErrorTitle(language, kind)}>
      {desk ? (
        <DeskErrorPage desk={desk} kind={kind} path={path} requestId={requestId} demo={demoOf(demo)} />
      ) : (
        <ErrorPage kind={kind} home={home} requestId={requestId} demo={demoOf(demo)} />
      )}
    </Document>
  );
}

/** The faces a page cannot do without: asked for with it, not when its style has come and told of them. */
const facesOf: Record<Language, string[]> = { en: [interFace], ar: [interFace, arabicFace] };

/** `title` stands for a page that no route names. */
function Document({ title, children }: { title?: string; children: ReactNode }) {
  const page = useContext(PageContext);
  const { language, portal } = page;
  return (
    <html lang={language} dir={languageFacts[language].dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {title === undefined ? <Meta /> : <title>{title}</title>}
        <Links />
        {facesOf[language].map((face) => (
          <link key={face} rel="preload" as="font" type="font/woff2" href={face} crossOrigin="anonymous" />
        ))}
        {page.script ? <script type="module" src={page.script} nonce={page.nonce} /> : null}
      </head>
      <body>
        <LanguageContext.Provider value={{ language, address: portal ? page.address : null }}>
          <ReachContext.Provider value={portal ? page.reach : null}>{children}</ReachContext.Provider>
        </LanguageContext.Provider>
      </body>
    </html>
  );
}

const kinds: Record<number, ErrorKind> = {
  400: "bad-form",
  401: "not-allowed",
  403: "not-allowed",
  404: "not-found",
  405: "form-only",
  410: "not-found",
  411: "bad-form",
  413: "too-large",
  415: "bad-form",
  429: "too-often",
  507: "no-room",
};
/** Of a page of the public side its path tells more: a link that was cut short. */
const kindOf = (status: number, path: string | null): ErrorKind =>
  (status === 404 || status === 405) && path !== null && /^\/(objection|reset|new-password|not-me)(\/|$)/.test(path)
    ? "cut-link"
    : (kinds[status] ?? "broken");
