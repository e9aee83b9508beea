import { Link, type LoaderFunctionArgs, Outlet, useLoaderData, useLocation } from "react-router"
import type { PageServices } from "../api-context.ts"
import { formatInstant } from "../i18n/format.ts"
import { useWords } from "../i18n/use-words.ts"
import { requireOperator } from "../require-sign-in.ts"
import type { RouteHandle } from "../root.tsx"
import { servePage } from "../serve-page.ts"
import { AppShell } from "../ui/app-shell.tsx"
import { Notice } from "../ui/notice.tsx"
import { MenuButton } from "../ui/popover.tsx"
import { useRoot } from "../use-root.ts"
import { Commands, SearchButton, SearchIcon, useCommands } from "./commands.tsx"
import { listOfPath } from "./desk/list-of-path.ts"
import { waysFor } from "./navigation.ts"
import { isPutOff } from "./put-off.ts"
import { words } from "./words.ts"

export const handle: RouteHandle = { hydrates: true }

const mostCounted = 25

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    requireOperator(services, args.request)
    const { api, me, closure } = services
    const may = (permission: string) => me.permissions.includes(permission)
    const list = may("desk.views.manage") ? listOfPath(new URL(args.request.url).pathname) : undefined
    const [stuck, standing, views] = await Promise.all([
      may("operations.read") ? api.operations.list({ state: ["stuck"], limit: mostCounted }) : null,
      closure !== null && may("tenancy.settings.read") ? api.tenancy.standing.get() : null,
      list ? api.desk.views.list({ list }) : null,
    ])
    return {
      stuck: stuck?.items.length ?? 0,
      isMore: (stuck?.next ?? null) !== null,
      waitsUntil: isPutOff(args.request.headers) ? null : waitOf(services),
      views: views?.items ?? null,
      closure,
      closedBecause: standing?.suspension?.reason ?? null,
    }
  })
}

/** Until when somebody without a second factor may wait: formatted here, for it is on every page. */
function waitOf({ me, shop, language }: PageServices): string | null {
  const { standing, from } = me.secondFactor ?? {}
  return standing === "postponed" && from ? formatInstant(from, language, shop.timeZone) : null
}

export default function AdminLayout() {
  const say = useWords(words)
  const permissions = useRoot()?.me.permissions ?? []
  const { stuck, isMore } = useLoaderData<typeof loader>()
  const waiting = stuck > 0 ? `${stuck}${isMore ? "+" : ""}` : undefined
  const known = waysFor(permissions)
  const ways = known.flatMap((group) => group.ways)
  const { opened, open } = useCommands(ways)
  const groups = known.map(({ word, ways }) => ({
    ...(word ? { label: say(word) } : {}),
    items: ways.map(({ to, word: name, icon }) => ({
      to,
      icon,
      label: say(name),
      count: to === "/admin/operations" ? waiting : undefined,
    })),
  }))
  return (
    <AppShell
      area={say("area")}
      start="/admin"
      groups={groups}
      tools={<SearchButton open={open} />}
      barTools={<SearchIcon open={open} />}
      accountLinks={
        <MenuButton icon="keyboard" onClick={() => open("keys")}>
          {say("keys")}
        </MenuButton>
      }
      notices={
        <>
          <SuspendedBanner />
          <SecondFactorNotice />
          <StuckBanner />
        </>
      }
    >
      <Outlet />
      <Commands {...{ ways, opened, open }} />
    </AppShell>
  )
}

/** Why visitors see nothing, for those who are asked about it. */
function SuspendedBanner() {
  const say = useWords(words)
  const { closure, closedBecause } = useLoaderData<typeof loader>()
  if (closure === null) return null
  return (
    <Notice tone="bad">
      {say(closure === "closed" ? "suspendedClosed" : "suspendedReadOnly")} {closedBecause}
    </Notice>
  )
}

/** A postponement must be seen to be one: where each day begins, and not above all other work. */
function SecondFactorNotice() {
  const say = useWords(words)
  const at = useLoaderData<typeof loader>().waitsUntil
  const isOverview = useLocation().pathname.replace(/\/$/, "").endsWith("/admin")
  if (at === null || !isOverview) return null
  return (
    <Notice tone="warn">
      <Link className="underline" to="/portal/security">
        {say("unsecured", { at })}
      </Link>{" "}
      <Link className="ms-2 whitespace-nowrap underline" to="/admin/second-factor/later" reloadDocument>
        {say("later")}
      </Link>
    </Notice>
  )
}

/** On every page of staff: work that nobody looks at is how a paid order is forgotten. */
function StuckBanner() {
  const say = useWords(words)
  const { stuck, isMore } = useLoaderData<typeof loader>()
  if (stuck === 0) return null
  return (
    <Notice tone="bad">
      {say(isMore ? "stuckMany" : "stuck", { count: stuck })}{" "}
      <Link className="underline" to="/admin/operations?state=stuck">
        {say("seeStuck")}
      </Link>
    </Notice>
  )
}
