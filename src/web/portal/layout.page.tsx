import { type LoaderFunctionArgs, Outlet } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { requireSignIn } from "../require-sign-in.ts"
import type { RouteHandle } from "../root.tsx"
import { servePage } from "../serve-page.ts"
import { ImpersonationBanner } from "../ui/impersonation-banner.tsx"
import { SignOutButton } from "../ui/sign-out-button.tsx"
import { SiteHeader } from "../ui/site-header.tsx"
import { useRoot } from "../use-root.ts"
import { AccountSwitch } from "./account-switch.tsx"
import { words } from "./words.ts"

export const handle: RouteHandle = { hydrates: true }

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    requireSignIn(services, args.request)
    return null
  })
}

export default function PortalLayout() {
  const say = useWords(words)
  const mayUseKeys = useRoot()?.me.permissions.includes("identity.api-keys.read")
  return (
    <>
      <SiteHeader
        notices={<ImpersonationBanner />}
        area={say("area")}
        items={[
          { to: "/portal/services", label: say("services") },
          { to: "/portal/invoices", label: say("invoices") },
          { to: "/portal/orders", label: say("orders") },
          { to: "/portal/team", label: say("team") },
          { to: "/portal/profile", label: say("profile") },
          ...(mayUseKeys ? [{ to: "/portal/api-keys", label: say("apiKeys") }] : []),
          { to: "/portal/security", label: say("security") },
        ]}
      >
        <AccountSwitch />
        <SignOutButton />
      </SiteHeader>
      <Outlet />
    </>
  )
}
