import { Link, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./lost-numbers.words.ts"
import type { TaxFacts } from "./tax-facts.ts"

/** Their customers have been told; until the number is right again they are charged tax. */
export function LostNumbers() {
  const say = useWords(words)
  const { lost } = useLoaderData<TaxFacts>()
  return (
    <Banner tone="warn">
      <p>{say("lost")}</p>
      <ul className="list-inside list-disc">
        {lost.map(({ accountId, accountName, country, number, lostAt }) => (
          <li key={`${country} ${number}`}>
            <Link className="underline" to={`/admin/customers/${accountId}`}>
              {accountName}
            </Link>{" "}
            {country} {number}, {say("since")} <Moment at={lostAt} />
          </li>
        ))}
      </ul>
    </Banner>
  )
}
