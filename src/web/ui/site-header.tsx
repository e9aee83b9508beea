import type { ReactNode } from "react"
import { Link, NavLink, useLocation } from "react-router"
import { languageNames, languages, withoutLanguage } from "../i18n/languages.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { DemoBanner } from "./demo-banner.tsx"
import { words } from "./words.ts"

export interface NavItem {
  readonly to: string
  readonly label: string
  readonly isDocument?: boolean
}

export interface SiteHeaderProps {
  readonly items: readonly NavItem[]
  /** Above it: what a reader should know on every page. */
  readonly notices?: ReactNode
}

export function SiteHeader({ items, notices }: SiteHeaderProps) {
  const say = useWords(words)
  return (
    <header className="border-line bg-surface border-b">
      <DemoBanner />
      {notices}
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2">
        <Link to="/" reloadDocument className="py-2 font-semibold tracking-tight no-underline">
          <ShopName />
        </Link>
        <nav aria-label={say("menu")} className="order-last w-full sm:order-none sm:w-auto sm:grow">
          <ul className="-ms-3 flex flex-wrap text-sm">
            {items.map((item) => (
              <li key={item.to}>
                <NavLink
                  to={item.to}
                  reloadDocument={item.isDocument ?? false}
                  end={item.to === "/"}
                  className="rounded-box hover:bg-raised aria-[current=page]:text-accent block px-3 py-2 whitespace-nowrap no-underline aria-[current=page]:font-semibold"
                >
                  {item.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-3 text-sm sm:ms-0">
          <LanguageSwitch />
        </div>
      </div>
    </header>
  )
}

/** Its logo, if it has one; who can't see it reads or hears the name. */
function ShopName() {
  const shop = useRoot()?.shop
  if (!shop?.brand.logo) return shop?.name
  return (
    <img
      src={`/brand/logo?v=${shop.brand.logo}`}
      alt={shop.name}
      className="inline-block h-8 max-w-48 object-contain align-middle"
    />
  )
}

/** Stays on the page; each language is named in itself. */
function LanguageSwitch() {
  const current = useLanguage()
  const { pathname, search } = useLocation()
  const to = encodeURIComponent(withoutLanguage(pathname) + search)
  return (
    <ul className="flex gap-2" aria-label={useWords(words)("language")}>
      {languages
        .filter((language) => language !== current)
        .map((language) => (
          <li key={language}>
            <a
              href={`/language/${language}?to=${to}`}
              lang={language}
              hrefLang={language}
              className="text-muted block py-2 underline"
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
    </ul>
  )
}
