import { Link, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { words } from "./places.words.ts"
import type { TaxFacts } from "./tax-facts.ts"

export function UnprovedPlaces() {
  const say = useWords(words)
  const { settings } = useLoaderData<TaxFacts>()
  return (
    <Banner tone="warn">
      {say("missingMany", { count: settings.unprovedPlaces })}{" "}
      <Link className="underline" to="/admin/ledger/tax/places">
        {say("look")}
      </Link>
    </Banner>
  )
}
