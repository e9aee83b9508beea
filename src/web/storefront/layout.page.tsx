import { Link, type LoaderFunctionArgs, Outlet } from "react-router"
import { legalPages } from "#content/contract"
import { apiContext, type Shop } from "../api-context.ts"
import { useWords } from "../i18n/use-words.ts"
import { refuseClosed } from "../refuse-closed.ts"
import { ImpersonationBanner } from "../ui/impersonation-banner.tsx"
import { ShopClosed } from "../ui/shop-closed.tsx"
import { SiteHeader } from "../ui/site-header.tsx"
import { useRoot } from "../use-root.ts"
import { words } from "./words.ts"

export function loader({ context, request }: LoaderFunctionArgs) {
  refuseClosed(context.get(apiContext), request)
  return null
}

export default function StorefrontLayout() {
  const say = useWords(words)
  const shop = useRoot()?.shop
  return (
    <>
      <SiteHeader
        notices={<ImpersonationBanner />}
        items={[
          { to: "/", label: say("home") },
          { to: "/cart", label: say("cart") },
          { to: "/portal", label: say("myServices"), isDocument: true },
        ]}
      />
      <Outlet />
      {shop ? <Footer shop={shop} /> : null}
    </>
  )
}

/** Who sells: the law wants it in full on every page of the shop. */
function Footer({ shop: { seller } }: { shop: Shop }) {
  const say = useWords(words)
  const { representative, registrationNumber, taxId, mailOrderNumber } = seller
  const names = [seller.legalName, representative && say("representative", { name: representative })]
  const numbers = [
    registrationNumber && say("registration", { number: registrationNumber }),
    taxId && taxId !== registrationNumber && say("taxId", { number: taxId }),
    mailOrderNumber && say("mailOrder", { number: mailOrderNumber }),
  ]
  return (
    <footer className="border-line bg-raised mt-auto border-t">
      <div className="text-muted mx-auto grid max-w-6xl gap-6 px-4 py-8 text-sm sm:grid-cols-3">
        <section className="space-y-1 sm:col-span-2">
          <h2 className="text-ink font-semibold">{say("seller")}</h2>
          <p>{inOneLine(names)}</p>
          <address className="not-italic">{seller.addressLines.join(", ")}</address>
          <p>{inOneLine(numbers)}</p>
        </section>
        <div className="space-y-4">
          <section className="space-y-1">
            <h2 className="text-ink font-semibold">{say("contact")}</h2>
            <p>
              <a className="underline" href={`mailto:${seller.email}`}>
                {seller.email}
              </a>
            </p>
            {seller.phone ? (
              <p>
                <a className="underline" href={`tel:${seller.phone.replace(/[^+\d]/g, "")}`}>
                  {seller.phone}
                </a>
              </p>
            ) : null}
          </section>
          <nav aria-label={say("legal")}>
            <ul className="flex flex-wrap gap-x-4 gap-y-2">
              {legalPages.map((page) => (
                <li key={page}>
                  {/* The law wants the privacy notice to stand out. */}
                  <Link
                    className={page === "privacy" ? "text-ink font-semibold underline" : "underline"}
                    to={`/${page}`}
                  >
                    {say(page)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </footer>
  )
}

/** What a shop has not told about itself yet leaves no gap. */
function inOneLine(facts: readonly (string | false | null)[]): string {
  return facts.filter(Boolean).join(" · ")
}

export { ShopClosed as ErrorBoundary }
