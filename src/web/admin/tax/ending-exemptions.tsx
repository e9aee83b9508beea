import { Link, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Day } from "../../ui/texts.tsx"
import { words } from "./exemptions.words.ts"
import type { TaxFacts } from "./tax-facts.ts"

/** Before a certificate ends somebody has to ask for a new one; after it the tax is charged. */
export function EndingExemptions() {
  const { ending } = useLoaderData<TaxFacts>()
  return (
    <>
      <Certificates word="overLately" items={ending.filter(({ state }) => state === "over")} />
      <Certificates word="ending" items={ending.filter(({ state }) => state !== "over")} />
    </>
  )
}

function Certificates({ word, items }: { word: "ending" | "overLately"; items: TaxFacts["ending"] }) {
  const say = useWords(words)
  if (items.length === 0) return null
  return (
    <Banner tone="warn">
      <p>{say(word)}</p>
      <ul className="list-inside list-disc">
        {items.map(({ id, accountId, accountName, number, until }) => (
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
