import { type ReactNode, useEffect } from "react"
import { Link, useLocation, useNavigation } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { AccountMenu } from "./account-menu.tsx"
import { IconButton } from "./button.tsx"
import { DemoBanner } from "./demo-banner.tsx"
import { Icon, type IconName } from "./icon.tsx"
import { usePopoverOfPage } from "./popover.tsx"
import { words } from "./shell.words.ts"

export interface ShellItem {
  readonly to: string
  readonly label: string
  readonly icon: IconName
  /** Pages below other addresses that belong to it: it is marked on them too. */
  readonly covers?: readonly string[] | undefined
  /** Something there waits for a person. */
  readonly count?: string | undefined
}

export interface ShellGroup {
  readonly label?: string
  readonly items: readonly ShellItem[]
}

export interface AppShellProps {
  readonly area: string
  /** Where the name of the house leads. */
  readonly start: string
  readonly groups: readonly ShellGroup[]
  /** Above every page: what a reader should know wherever they are. */
  readonly notices?: ReactNode
  /** Between the name and the ways: search, or a choice of accounts. */
  readonly tools?: ReactNode
  /** On a phone, at the end of the bar. */
  readonly barTools?: ReactNode
  readonly accountLinks?: ReactNode
  readonly children: ReactNode
}

const navigationId = "navigation"

/** The frame of portal and admin: the ways down the side, on a phone in a drawer that needs no script. */
export function AppShell(props: AppShellProps) {
  const { pathname, hash } = useLocation()
  const isWaiting = useNavigation().state !== "idle"
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page has come when its address has changed
  useEffect(
    () => void import("./arrive.ts").then((page) => page.arrive({ isWaiting, hash })),
    [isWaiting, pathname, hash],
  )
  return (
    <div data-shell="" className="bg-canvas flex grow flex-col text-sm lg:flex-row">
      <header className="contents">
        <TopBar {...props} />
        <Sidebar {...props} />
      </header>
      <div className="bg-surface lg:border-line flex min-w-0 grow flex-col lg:border-s">
        <Notices>{props.notices}</Notices>
        {props.children}
      </div>
    </div>
  )
}

function Notices({ children }: { children: ReactNode }) {
  const say = useWords(words)
  return (
    <aside aria-label={say("notices")}>
      <DemoBanner />
      {children}
    </aside>
  )
}

function TopBar({ area, start, barTools }: AppShellProps) {
  const say = useWords(words)
  return (
    <div className="top-bar lg:hidden">
      <IconButton icon="menu" label={say("openMenu")} popoverTarget={navigationId} />
      <HouseName {...{ area, start }} />
      {barTools}
    </div>
  )
}

function Sidebar({ area, start, groups, tools, accountLinks }: AppShellProps) {
  const say = useWords(words)
  const panel = usePopoverOfPage()
  return (
    <div
      ref={panel}
      id={navigationId}
      popover="auto"
      data-drawer=""
      className="side hidden open:flex lg:flex lg:translate-none lg:opacity-100"
    >
      <div className="flex h-14 items-center gap-1 px-3">
        <HouseName {...{ area, start }} />
        <IconButton
          className="lg:hidden"
          icon="close"
          label={say("closeMenu")}
          popoverTarget={navigationId}
          popoverTargetAction="hide"
        />
      </div>
      {tools ? <div className="px-3 pb-2">{tools}</div> : null}
      <nav aria-label={say("menu")} className="min-h-0 grow space-y-4 overflow-y-auto px-3 pt-1 pb-7">
        {groups.map((group) => (
          <Ways key={group.label ?? group.items[0]?.to} group={group} />
        ))}
      </nav>
      <div className="border-line border-t p-2">
        <AccountMenu>{accountLinks}</AccountMenu>
      </div>
    </div>
  )
}

function HouseName({ area, start }: Pick<AppShellProps, "area" | "start">) {
  const shop = useRoot()?.shop
  const name = shop?.name ?? ""
  const logo = shop?.brand.logo
  return (
    <Link to={start} className="rounded-box flex min-w-0 grow items-center gap-2.5 px-1 py-1 no-underline">
      {logo ? <Logo name={name} version={logo} area={area} /> : <Initial name={name} area={area} />}
    </Link>
  )
}

type NameProps = { readonly name: string; readonly area: string }

/** The shop's own; who can't see it reads or hears the name. */
function Logo({ name, version, area }: NameProps & { version: string }) {
  return (
    <>
      <img
        src={`/brand/logo?v=${version}`}
        alt={name}
        className="h-7 max-w-32 min-w-0 object-contain object-left rtl:object-right"
      />
      <span className="text-muted min-w-0 truncate text-xs">{area}</span>
    </>
  )
}

function Initial({ name, area }: NameProps) {
  return (
    <>
      <span aria-hidden="true" className="initial">
        {name.slice(0, 1)}
      </span>
      <span className="min-w-0 leading-tight">
        <span className="block truncate font-semibold tracking-tight">{name}</span>
        <span className="text-muted block truncate text-xs">{area}</span>
      </span>
    </>
  )
}

function Ways({ group: { label, items } }: { group: ShellGroup }) {
  const { pathname } = useLocation()
  return (
    <div>
      {label ? <p className="text-muted px-2 pb-1 text-xs font-medium">{label}</p> : null}
      <ul className="space-y-0.5">
        {items.map(({ to, label: name, icon, count, covers = [] }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={[to, ...covers].some((one) => isWithin(pathname, one)) ? "page" : undefined}
              className="way"
            >
              <Icon name={icon} className="size-4.5" />
              <span className="min-w-0 grow truncate">{name}</span>
              {count ? <span className="waiting">{count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The first page of an area is one page; everything of the area lies below its address. */
function isWithin(pathname: string, to: string): boolean {
  return pathname === to || (to.split("/").length > 2 && pathname.startsWith(`${to}/`))
}
