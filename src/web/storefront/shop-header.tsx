import { Link, NavLink, useLocation } from "react-router"
import { languageNames, languages, withoutLanguage } from "../i18n/languages.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { ButtonLink } from "../ui/button.tsx"
import { DemoBanner } from "../ui/demo-banner.tsx"
import { DemoTour } from "../ui/demo-tour.tsx"
import { Icon } from "../ui/icon.tsx"
import { ImpersonationBanner } from "../ui/impersonation-banner.tsx"
import { words as commonWords } from "../ui/words.ts"
import { useRoot } from "../use-root.ts"
import { words } from "./words.ts"

const places = [
  { to: "/products", word: "products" },
  { to: "/guides", word: "guides" },
  { to: "/news", word: "news" },
  { to: "/about", word: "about" },
  { to: "/contact", word: "contact" },
] as const

/** Stays in sight; on a phone the places fold into a menu that needs no script. */
export function ShopHeader() {
  const say = useWords(words)
  return (
    // A box of its own would end where the header ends, and what sticks would go with it.
    <header className="contents">
      <DemoBanner>
        <DemoTour />
      </DemoBanner>
      <ImpersonationBanner />
      <div className="border-line bg-surface/85 sticky top-0 z-20 border-b backdrop-blur-lg">
        <div className="mx-auto flex h-16 max-w-6xl items-center gap-x-6 px-4 sm:px-6">
          <Link
            to="/"
            reloadDocument
            className="text-ink min-w-0 truncate py-2 text-lg font-bold tracking-tight no-underline"
          >
            <ShopMark />
          </Link>
          <nav aria-label={say("menu")} className="hidden grow md:block">
            <ul className="flex items-center gap-1 text-sm">
              {places.map(({ to, word }) => (
                <li key={to}>
                  <NavLink
                    to={to}
                    className="text-muted hover:text-ink hover:bg-raised aria-[current=page]:text-ink rounded-box block px-3 py-2 font-medium whitespace-nowrap no-underline transition-colors"
                  >
                    {say(word)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ms-auto flex shrink-0 items-center gap-1 text-sm sm:gap-2">
            <LanguageLink className="hidden md:block" />
            <Link
              to="/cart"
              className="text-ink hover:bg-raised rounded-box flex size-10 items-center justify-center"
              aria-label={say("cart")}
              title={say("cart")}
            >
              <Icon name="order" className="size-5" />
            </Link>
            <span className="hidden sm:block">
              <AccountLink />
            </span>
            <PhoneMenu />
          </div>
        </div>
      </div>
    </header>
  )
}

function PhoneMenu() {
  const say = useWords(words)
  return (
    <details className="group md:hidden">
      <summary
        className="shop-plain text-ink hover:bg-raised rounded-box flex size-10 items-center justify-center"
        aria-label={say("openMenu")}
      >
        <Icon name="menu" className="size-5 group-open:hidden" />
        <Icon name="close" className="hidden size-5 group-open:block" />
      </summary>
      <nav
        aria-label={say("menu")}
        className="border-line bg-surface shadow-large absolute inset-x-0 top-full hidden border-b px-4 pt-2 pb-5 group-open:block"
      >
        <ul className="divide-line divide-y">
          {places.map(({ to, word }) => (
            <li key={to}>
              <NavLink to={to} className="text-ink block py-3.5 font-medium no-underline">
                {say(word)}
              </NavLink>
            </li>
          ))}
        </ul>
        <div className="mt-4 flex items-center justify-between gap-4">
          <AccountLink />
          <LanguageLink />
        </div>
      </nav>
    </details>
  )
}

function AccountLink() {
  const say = useWords(words)
  const person = useRoot()?.me.person
  return person ? (
    <ButtonLink to="/portal" isDocument size="small" look="secondary">
      {say("myServices")}
    </ButtonLink>
  ) : (
    <ButtonLink to="/sign-in" size="small" look="secondary">
      {say("signIn")}
    </ButtonLink>
  )
}

/** Its logo, if it has one; who can't see it reads or hears the name. */
function ShopMark() {
  const shop = useRoot()?.shop
  if (!shop?.brand.logo) return shop?.name
  return (
    <img
      src={`/brand/logo?v=${shop.brand.logo}`}
      alt={shop.name}
      className="inline-block h-8 max-w-40 object-contain align-middle"
    />
  )
}

/** Stays on the page; each language is named in itself. */
function LanguageLink({ className = "" }: { className?: string }) {
  const current = useLanguage()
  const sayCommon = useWords(commonWords)
  const { pathname, search } = useLocation()
  const to = encodeURIComponent(withoutLanguage(pathname) + search)
  return (
    <ul className={className} aria-label={sayCommon("language")}>
      {languages
        .filter((language) => language !== current)
        .map((language) => (
          <li key={language}>
            <a
              href={`/language/${language}?to=${to}`}
              lang={language}
              hrefLang={language}
              className="text-muted hover:text-ink rounded-box flex items-center gap-1.5 px-2 py-2 no-underline"
            >
              <Icon name="globe" className="size-4" />
              {languageNames[language]}
            </a>
          </li>
        ))}
    </ul>
  )
}
