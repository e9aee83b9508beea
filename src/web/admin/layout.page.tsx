import { Link, type LoaderFunctionArgs, Outlet, useLoaderData } from "react-router"
import type { PageServices } from "../api-context.ts"
import { formatInstant } from "../i18n/format.ts"
import { useWords } from "../i18n/use-words.ts"
import { requireOperator } from "../require-sign-in.ts"
import type { RouteHandle } from "../root.tsx"
import { servePage } from "../serve-page.ts"
import { SignOutButton } from "../ui/sign-out-button.tsx"
import { SiteHeader } from "../ui/site-header.tsx"
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
    const [stuck, standing] = await Promise.all([
      may("operations.read") ? api.operations.list({ state: ["stuck"], limit: mostCounted }) : null,
      closure !== null && may("tenancy.settings.read") ? api.tenancy.standing.get() : null,
    ])
    return {
      stuck: stuck?.items.length ?? 0,
      isMore: (stuck?.next ?? null) !== null,
      waitsUntil: waitOf(services),
      closure,
      closedBecause: standing?.suspension?.reason ?? null,
      isRoot: may("tenancy.tenants.read"),
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
  const { isRoot } = useLoaderData<typeof loader>()
  return (
    <>
      <SiteHeader
        area={say("area")}
        notices={
          <>
            <SuspendedBanner />
            <SecondFactorNotice />
            <StuckBanner />
          </>
        }
        items={[
          { to: "/admin/orders", label: say("orders") },
          { to: "/admin/invoices", label: say("invoices") },
          { to: "/admin/services", label: say("services") },
          { to: "/admin/customers", label: say("customers") },
          { to: "/admin/operations", label: say("operations") },
          { to: "/admin/audit", label: say("audit") },
          { to: "/admin/privacy", label: say("privacy") },
          { to: "/admin/staff", label: say("staff") },
          { to: "/admin/api-keys", label: say("apiKeys") },
          { to: "/admin/settings", label: say("settings") },
          ...(isRoot ? [{ to: "/admin/tenants", label: say("tenants") }] : []),
          { to: "/admin/programs", label: say("programs") },
        ]}
      >
        <SignOutButton />
      </SiteHeader>
      <Outlet />
    </>
  )
}

/** Why visitors see nothing, for those who are asked about it. */
function SuspendedBanner() {
  const say = useWords(words)
  const { closure, closedBecause } = useLoaderData<typeof loader>()
  if (closure === null) return null
  return (
    <p className="bg-bad-soft text-bad border-bad border-b px-4 py-2 text-center text-sm font-medium">
      {say(closure === "closed" ? "suspendedClosed" : "suspendedReadOnly")} {closedBecause}
    </p>
  )
}

/** A postponement must be seen to be one. */
function SecondFactorNotice() {
  const say = useWords(words)
  const at = useLoaderData<typeof loader>().waitsUntil
  if (at === null) return null
  return (
    <p className="bg-warn-soft text-warn px-4 py-1.5 text-center text-sm">
      <Link className="underline" to="/portal/security">
        {say("unsecured", { at })}
      </Link>
    </p>
  )
}

/** On every page of staff: work that nobody looks at is how a paid order is forgotten. */
function StuckBanner() {
  const say = useWords(words)
  const { stuck, isMore } = useLoaderData<typeof loader>()
  if (stuck === 0) return null
  return (
    <p className="bg-bad-soft text-bad border-bad border-b px-4 py-2 text-center text-sm font-medium">
      {say(isMore ? "stuckMany" : "stuck", { count: stuck })}{" "}
      <Link className="underline" to="/admin/operations?state=stuck">
        {say("seeStuck")}
      </Link>
    </p>
  )
}
