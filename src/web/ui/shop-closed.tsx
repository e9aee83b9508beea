import { isRouteErrorResponse, useRouteError } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { ButtonLink } from "./button.tsx"
import { DemoBanner } from "./demo-banner.tsx"
import { PageError } from "./page-error.tsx"
import { words } from "./shop-closed.words.ts"

/** For the parts of a shop that close with it; whatever else goes wrong there has its usual page. */
export function ShopClosed() {
  const error = useRouteError()
  const say = useWords(words)
  const root = useRoot()
  if (!isRouteErrorResponse(error) || error.status !== 503 || !root) return <PageError />
  const { name, seller } = root.shop
  return (
    <>
      <DemoBanner />
      <main id="content" className="mx-auto w-full max-w-xl grow space-y-5 px-4 py-16">
        <title>{`${say("closedTitle")} · ${name}`}</title>
        <p className="font-semibold tracking-tight">{name}</p>
        <h1 className="text-2xl font-semibold">{say("closedTitle")}</h1>
        <p>{say("closed")}</p>
        <p className="text-muted text-sm">
          {say("closedAsk")}{" "}
          <a className="text-accent underline" href={`mailto:${seller.email}`}>
            {seller.email}
          </a>
          {root.shopPhone ? ` · ${root.shopPhone.text}` : null}
        </p>
        <p className="flex flex-wrap gap-3">
          {root.closure === "read_only" ? (
            <ButtonLink to="/portal" isDocument>
              {say("closedPortal")}
            </ButtonLink>
          ) : null}
          <ButtonLink to="/sign-in?to=/admin" isDocument look="secondary">
            {say("closedStaff")}
          </ButtonLink>
        </p>
        <p className="text-muted text-sm">{seller.legalName}</p>
      </main>
    </>
  )
}
