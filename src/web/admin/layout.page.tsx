import { lazy } from "react"
import { type LoaderFunctionArgs, Outlet, useLoaderData } from "react-router"
import type { PageServices } from "../api-context.ts"
import { formatInstant } from "../i18n/format.ts"
import { useWords } from "../i18n/use-words.ts"
import { requireOperator } from "../require-sign-in.ts"
import type { RouteHandle } from "../root.tsx"
import { servePage } from "../serve-page.ts"
import { AppShell } from "../ui/app-shell.tsx"
import { PageTools } from "../ui/page-tools.ts"
import { MenuButton } from "../ui/popover.tsx"
import { useRoot } from "../use-root.ts"
import { Commands, SearchButton, SearchIcon, useCommands } from "./commands.tsx"
import { SavedViews } from "./desk/kept-views.tsx"
import { listOfPath } from "./desk/list-of-path.ts"
import { waysFor } from "./navigation.ts"
import { isPutOff } from "./put-off.ts"
import { words } from "./words.ts"

export const handle: RouteHandle = { hydrates: true }

const mostCounted = 25

/** No boundary around it: the server waits for it. Most pages have nothing of it to say. */
const AdminNotices = lazy(() =>
  import("./admin-notices.tsx").then((module) => ({ default: module.AdminNotices })),
)

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
      views: list && views ? { list, items: views.items } : null,
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
  const { stuck, isMore, waitsUntil, views, closure, closedBecause } = useLoaderData<typeof loader>()
  const hasNotices = stuck > 0 || waitsUntil !== null || closure !== null
  const waiting = stuck > 0 ? `${stuck}${isMore ? "+" : ""}` : undefined
  const known = waysFor(permissions)
  const ways = known.flatMap((group) => group.ways)
  const commands = useCommands(ways)
  const { open } = commands
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
        hasNotices ? <AdminNotices {...{ stuck, isMore, waitsUntil, closure, closedBecause }} /> : null
      }
    >
      <PageTools value={views ? <SavedViews {...views} /> : null}>
        <Outlet />
      </PageTools>
      <Commands ways={ways} {...commands} />
    </AppShell>
  )
}
