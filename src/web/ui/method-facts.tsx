import type { ReactNode } from "react"
import type { PageServices } from "../api-context.ts"
import { useWords } from "../i18n/use-words.ts"
import { Badge } from "./badge.tsx"
import { FactList } from "./card.tsx"
import { words } from "./method.words.ts"
import { StateBadge } from "./state-badge.tsx"
import { Day, Moment } from "./texts.tsx"

type Methods = Awaited<ReturnType<PageServices["api"]["payments"]["methods"]["list"]>>
export type Method = Methods["items"][number]

/** The gateway writes "visa"; people read "Visa". */
export function useMethodName(): (method: Pick<Method, "brand" | "lastFour">) => string {
  const say = useWords(words)
  return ({ brand, lastFour }) =>
    say("card", { brand: brand.charAt(0).toUpperCase() + brand.slice(1), lastFour })
}

/** One saved method, for its holder and for staff; what may be done with it comes from the page. */
export function MethodFacts({ method, children }: { method: Method; children?: ReactNode }) {
  const say = useWords(words)
  const nameOf = useMethodName()
  return (
    <section className="border-line rounded-box bg-surface space-y-3 border p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold">{nameOf(method)}</h2>
        {method.isDefault ? <Badge tone="info">{say("isDefault")}</Badge> : null}
        <StateBadge kind="method" state={method.state} />
      </div>
      {method.words ? <p className="text-sm">{method.words}</p> : null}
      <FactList
        facts={[
          {
            label: say("expires"),
            value: method.expiresOn ? <Day on={method.expiresOn} /> : say("noExpiry"),
          },
          { label: say("agreed"), value: <Moment at={method.consentedAt} /> },
          {
            label: say("charged"),
            value: method.chargedAt ? <Moment at={method.chargedAt} /> : say("never"),
          },
        ]}
      />
      {children ? <div className="flex flex-wrap gap-2 pt-1">{children}</div> : null}
    </section>
  )
}
