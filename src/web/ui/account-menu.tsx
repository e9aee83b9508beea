import type { ReactNode } from "react"
import { Form, useLocation } from "react-router"
import { languageNames, languages, withoutLanguage } from "../i18n/languages.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { Avatar } from "./avatar.tsx"
import { Icon } from "./icon.tsx"
import { MenuButton, MenuLine, MenuLink, MenuTitle, Popover } from "./popover.tsx"
import { words } from "./shell.words.ts"

const menuId = "account-menu"

/** Who is signed in, and what is theirs to choose wherever they are. */
export function AccountMenu({ children }: { children?: ReactNode }) {
  const say = useWords(words)
  const person = useRoot()?.me.person
  const name = person?.name ?? ""
  return (
    <>
      <button
        type="button"
        popoverTarget={menuId}
        className="rounded-box hover:bg-raised flex min-h-11 w-full items-center gap-2.5 px-2 py-1 text-start transition-colors"
      >
        <Avatar name={name} />
        <span className="min-w-0 grow leading-tight">
          <span className="sr-only">{say("account")}: </span>
          <span className="block truncate font-medium">{name}</span>
          <span className="text-muted block truncate text-xs">{person?.email}</span>
        </span>
        <Icon name="sort" className="text-muted size-4" />
      </button>
      <Popover id={menuId} label={say("account")} side="above">
        {children}
        <Languages />
        <Themes />
        <MenuLine />
        <Form method="post" action="/sign-out" reloadDocument>
          <MenuButton icon="leave">{say("signOut")}</MenuButton>
        </Form>
      </Popover>
    </>
  )
}

/** Stays on the page; each language is named in itself. */
function Languages() {
  const say = useWords(words)
  const current = useLanguage()
  const here = useHere()
  return (
    <>
      <MenuTitle>{say("language")}</MenuTitle>
      {languages.map((language) => (
        <a
          key={language}
          href={`/language/${language}?to=${here}`}
          lang={language}
          hrefLang={language}
          aria-current={language === current ? "true" : undefined}
          className="rounded-small hover:bg-raised flex min-h-9 items-center gap-2.5 px-2.5 py-1.5 no-underline pointer-coarse:min-h-11"
        >
          <Icon name="globe" className="text-muted size-4" />
          <span className="grow">{languageNames[language]}</span>
          {language === current ? <Icon name="check" className="text-accent size-4" /> : null}
        </a>
      ))}
    </>
  )
}

const choices = [
  ["light", "sun"],
  ["dark", "moon"],
  ["device", "screen"],
] as const

function Themes() {
  const say = useWords(words)
  const theme = useRoot()?.theme ?? "device"
  const here = useHere()
  return (
    <>
      <MenuTitle>{say("theme")}</MenuTitle>
      {choices.map(([choice, icon]) => (
        <MenuLink
          key={choice}
          to={`/theme/${choice}?to=${here}`}
          isDocument
          icon={icon}
          isCurrent={choice === theme}
        >
          {say(choice)}
        </MenuLink>
      ))}
    </>
  )
}

function useHere(): string {
  const { pathname, search } = useLocation()
  return encodeURIComponent(withoutLanguage(pathname) + search)
}
