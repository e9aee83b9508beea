import { koreanLetters, latinLetters } from "virtual:letters"
import { pageScript } from "virtual:page-script"
import { type ReactNode, useContext } from "react"
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
} from "react-router"
import { sellerIn } from "#tenancy/contract"
import "./app.css"
import { apiContext, type Shop } from "./api-context.ts"
import { type Language, languages, withLanguage } from "./i18n/languages.ts"
import { useLanguage, useWords } from "./i18n/use-words.ts"
import { zoneAround } from "./i18n/zone-around.ts"
import restOfLetters from "./letters-rest.css?url"
import { NonceContext } from "./nonce-context.ts"
import { themeOf } from "./theme.ts"
import { isTourOver } from "./tour.ts"
import { PageError } from "./ui/page-error.tsx"
import { describePhone, dialled } from "./ui/phone-rules.ts"
import { useRoot } from "./use-root.ts"
import { words } from "./words.ts"

/** Set by the layouts of portal and admin. Pages without it ship no framework script. */
export interface RouteHandle {
  readonly hydrates?: boolean
}

export function loader({ context, request }: LoaderFunctionArgs) {
  const { shop, me, now, closure, language } = context.get(apiContext)
  const { origin } = new URL(request.url)
  const { headers } = request
  const zone = zoneAround(shop.timeZone, now)
  return {
    shop,
    shopPhone: shopPhone(shop, language),
    me,
    now,
    zone,
    closure,
    origin,
    theme: themeOf(headers),
    isTourOver: isTourOver(headers),
  }
}

/** Where the shop is rung up: as its reader writes it, and as it is dialled. */
function shopPhone({ seller }: Shop, language: Language) {
  const { phone } = sellerIn(seller, language)
  if (phone === "") return null
  return { text: describePhone(phone, language, seller.country), dial: dialled(phone, seller.country) }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const language = useLanguage()
  const say = useWords(words)
  const hydrates = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.hydrates)
  return (
    <html lang={language} data-theme={useRoot()?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Alternates />
        <Letters language={language} />
        <Links nonce={nonce} />
        <BrandLinks />
        {hydrates ? null : <script type="module" src={pageScript} nonce={nonce} />}
      </head>
      <body className="flex min-h-dvh flex-col antialiased">
        <a
          href="#content"
          className="bg-surface text-accent sr-only z-10 p-3 underline focus:not-sr-only focus:absolute"
        >
          {say("skip")}
        </a>
        {children}
        {hydrates ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
        {/* At the end: nothing that can be painted waits for it. */}
        {language === "ko" ? <link rel="stylesheet" href={restOfLetters} /> : null}
      </body>
    </html>
  )
}

/** Asked for together with the style sheet, not once it has been read: then nothing is painted in other letters first. */
function Letters({ language }: { language: Language }) {
  const files = language === "ko" ? [latinLetters, koreanLetters] : [latinLetters]
  return files.map((file) => (
    <link key={file} rel="preload" href={file} as="font" type="font/woff2" crossOrigin="anonymous" />
  ))
}

/** After the house's own style sheet, so that a shop's colours win. Plain files of ours: no policy is loosened. */
function BrandLinks() {
  const brand = useRoot()?.shop.brand
  if (!brand) return null
  return (
    <>
      {brand.theme ? <link rel="stylesheet" href={`/brand/theme?v=${brand.theme}`} /> : null}
      {brand.favicon ? <link rel="icon" href={`/brand/favicon?v=${brand.favicon}`} /> : null}
    </>
  )
}

/** Search engines learn that a page exists in two languages. */
function Alternates() {
  const { pathname } = useLocation()
  // Search engines want whole addresses; the error page of a root that could not load has none.
  const origin = useRoot()?.origin ?? ""
  const address = (language: Language) => `${origin}${withLanguage(pathname, language)}`
  return (
    <>
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={address(language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address("en")} />
    </>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <PageError />
}
