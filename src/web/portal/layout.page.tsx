import { type LoaderFunctionArgs, Outlet } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { refuseClosed } from "../refuse-closed.ts"
import { requireSignIn } from "../require-sign-in.ts"
import type { RouteHandle } from "../root.tsx"
import { servePage } from "../serve-page.ts"
import { ImpersonationBanner } from "../ui/impersonation-banner.tsx"
import { ShopClosed } from "../ui/shop-closed.tsx"
import { SignOutButton } from "../ui/sign-out-button.tsx"
import { SiteHeader } from "../ui/site-header.tsx"
import { useRoot } from "../use-root.ts"
import { words as shopWords } from "../words.ts"
import { AccountSwitch } from "./account-switch.tsx"
import { words } from "./words.ts"

export const handle: RouteHandle = { hydrates: true }

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    refuseClosed(services, args.request)
    requireSignIn(services, args.request)
    return null
  })
}

/** Staff who have something to put right first see the page where they do, and the way out. */
function AtTheDoor() {
  const say = useWords(words)
  return (
    <>
      <SiteHeader area={say("area")} items={[]}>
        <SignOutButton />
      </SiteHeader>
      <Outlet />
    </>
  )
}

export default function PortalLayout() {
  const say = useWords(words)
  const me = useRoot()?.me
  const mayUseKeys = me?.permissions.includes("identity.api-keys.read")
  if (me?.barredBy) return <AtTheDoor />
  return (
    <>
      <SiteHeader
        notices={
          <>
            <ImpersonationBanner />
            <ReadOnlyBanner />
          </>
        }
        area={say("area")}
        items={[
          { to: "/portal/services", label: say("services") },
          { to: "/portal/invoices", label: say("invoices") },
          { to: "/portal/orders", label: say("orders") },
          { to: "/portal/team", label: say("team") },
          { to: "/portal/profile", label: say("profile") },
          ...(mayUseKeys ? [{ to: "/portal/api-keys", label: say("apiKeys") }] : []),
          { to: "/portal/person", label: say("person") },
          { to: "/portal/security", label: say("security") },
          { to: "/portal/privacy", label: say("privacy") },
        ]}
      >
        <AccountSwitch />
        <SignOutButton />
      </SiteHeader>
      <Outlet />
    </>
  )
}

/** Of a suspended shop. */
function ReadOnlyBanner() {
  const say = useWords(shopWords)
  if (!useRoot()?.closure) return null
  return <p className="bg-warn-soft text-warn px-4 py-1.5 text-center text-sm">{say("readOnly")}</p>
}

export { ShopClosed as ErrorBoundary }
