import { Link, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Day } from "../../ui/texts.tsx"
import { words } from "./exemptions.words.ts"
import type { TaxFacts } from "./tax-facts.ts"

/** Before a certificate ends somebody has to ask for a new one. */
export function EndingExemptions() {
  const say = useWords(words)
  const { ending } = useLoaderData<TaxFacts>()
  return (
    <Banner tone="warn">
      <p>{say("ending")}</p>
      <ul className="list-inside list-disc">
        {ending.map(({ id, accountId, accountName, number, until }) => (
          <li key={id}>
            <Link className="underline" to={`/admin/customers/${accountId}/exemptions`}>
              {accountName}
            </Link>{" "}
            {number}, <Day on={until} />
          </li>
        ))}
      </ul>
    </Banner>
  )
}
