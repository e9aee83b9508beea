import { lazy } from "react"
import { Link, type LoaderFunctionArgs, Outlet, useLoaderData } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { refuseClosed } from "../refuse-closed.ts"
import { requireSignIn } from "../require-sign-in.ts"
import type { RouteHandle } from "../root.tsx"
import { servePage } from "../serve-page.ts"
import { AppShell, type AppShellProps, type ShellItem } from "../ui/app-shell.tsx"
import { Notice } from "../ui/notice.tsx"
import { MenuLink } from "../ui/popover.tsx"
import { ShopClosed } from "../ui/shop-closed.tsx"
import { useRoot } from "../use-root.ts"
import { words as shopWords } from "../words.ts"
import { AccountSwitch } from "./account-switch.tsx"
import { words } from "./words.ts"

/** Hardly ever there; the server waits for it, and without scripts it is there as well. */
const ImpersonationBanner = lazy(() =>
  import("../ui/impersonation-banner.tsx").then((module) => ({ default: module.ImpersonationBanner })),
)

export const handle: RouteHandle = { hydrates: true }

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    refuseClosed(services, args.request)
    requireSignIn(services, args.request)
    const { api, me } = services
    const mayRead = !me.barredBy && me.permissions.includes("notices.own.read")
    return { notices: mayRead ? await api.notices.own.summary() : null }
  })
}

type Way = ShellItem & { readonly permission?: string }

export default function PortalLayout() {
  const say = useWords(words)
  const me = useRoot()?.me
  const unread = useLoaderData<typeof loader>().notices?.unread ?? 0
  const permissions = me?.permissions ?? []
  const security: Way = { to: "/portal/security", label: say("security"), icon: "lock" }
  // Staff who have something to put right first see the page where they do, and the way out.
  if (me?.barredBy) return <PortalShell groups={[{ items: [security] }]} start={security.to} />
  const ways: readonly Way[] = [
    { to: "/portal", label: say("overview"), icon: "home" },
    { to: "/portal/services", label: say("services"), icon: "service" },
    {
      to: "/portal/subscriptions",
      label: say("subscriptions"),
      icon: "calendar",
      covers: ["/portal/billing-day", "/portal/price-changes"],
      permission: "billing.subscriptions.read",
    },
    {
      to: "/portal/invoices",
      label: say("invoices"),
      icon: "invoice",
      covers: ["/portal/requests", "/portal/statement"],
      permission: "billing.invoices.read",
    },
    {
      to: "/portal/payment-methods",
      label: say("methods"),
      icon: "card",
      permission: "payments.methods.read",
    },
    { to: "/portal/quotes", label: say("quotes"), icon: "tag", permission: "paperwork.quotes.read" },
    { to: "/portal/credit", label: say("credit"), icon: "card", permission: "credit.entries.read" },
    { to: "/portal/orders", label: say("orders"), icon: "order", permission: "orders.read" },
    {
      to: "/portal/notices",
      label: say("notices"),
      icon: "megaphone",
      permission: "notices.own.read",
      count: unread > 0 ? String(unread) : undefined,
    },
  ]
  const settings: readonly Way[] = [
    { to: "/portal/profile", label: say("profile"), icon: "card" },
    { to: "/portal/team", label: say("team"), icon: "customer" },
    { to: "/portal/api-keys", label: say("apiKeys"), icon: "key", permission: "identity.api-keys.read" },
  ]
  const own: readonly Way[] = [
    { to: "/portal/person", label: say("person"), icon: "team" },
    security,
    { to: "/portal/notifications", label: say("notifications"), icon: "bell" },
    { to: "/portal/privacy", label: say("privacy"), icon: "eye" },
  ]
  const may = (way: Way) => !way.permission || permissions.includes(way.permission)
  return (
    <PortalShell
      start="/portal"
      tools={<AccountSwitch />}
      groups={[
        { items: ways.filter(may) },
        { label: say("settings"), items: settings.filter(may) },
        { label: say("own"), items: own },
      ]}
    />
  )
}

function PortalShell(props: Pick<AppShellProps, "start" | "groups" | "tools">) {
  const say = useWords(words)
  const isImpersonated = Boolean(useRoot()?.me.impersonation)
  return (
    <AppShell
      {...props}
      area={say("area")}
      notices={
        <>
          {isImpersonated ? <ImpersonationBanner /> : null}
          <ReadOnlyBanner />
          <UrgentNotices />
        </>
      }
      accountLinks={
        <MenuLink to="/" isDocument icon="shop">
          {say("shop")}
        </MenuLink>
      }
    >
      <Outlet />
    </AppShell>
  )
}

/** On every page until they are opened. */
function UrgentNotices() {
  return useLoaderData<typeof loader>().notices?.urgent.map(({ id, title }) => (
    <Notice key={id} tone="bad">
      <Link className="underline" to={`/portal/notices/${id}`}>
        {title}
      </Link>
    </Notice>
  ))
}

/** Of a suspended shop. */
function ReadOnlyBanner() {
  const say = useWords(shopWords)
  if (!useRoot()?.closure) return null
  return <Notice tone="warn">{say("readOnly")}</Notice>
}

export { ShopClosed as ErrorBoundary }
