import type { TrialBalance } from "#ledger/contract"
import { formatAmount, formatDay, formatInstant } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { useTimeZone } from "../../use-root.ts"
import { words } from "./words.ts"

/** Whether the sums on the page come to zero, and what the last daily look at every single entry found. */
export function Proof({ books }: { books: TrialBalance }) {
  const say = useWords(words)
  const isEven = books.currencies.every(({ total }) => total.closing.minor === "0")
  const isWell = isEven && (books.proof?.findings.length ?? 0) === 0
  return (
    <Banner tone={isWell ? "good" : "bad"}>
      <ul className="space-y-1">
        {books.currencies.map(({ currency, total }) => (
          <li key={currency}>{say(total.closing.minor === "0" ? "sumZero" : "sumOdd", { currency })}</li>
        ))}
        <li>{books.proof ? <LastProof proof={books.proof} /> : say("notProved")}</li>
      </ul>
    </Banner>
  )
}

function LastProof({ proof }: { proof: NonNullable<TrialBalance["proof"]> }) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  const { transfers, findings, checkedAt } = proof
  const day = formatDay(proof.day, language)
  return (
    <>
      {findings.length === 0
        ? say("proved", { day, transfers })
        : say("provedOdd", { day, count: findings.length })}{" "}
      <span className="text-muted">
        {say("checkedAt", { at: formatInstant(checkedAt, language, timeZone) })}
      </span>
      {findings.length === 0 ? null : (
        <ul className="list-disc ps-5">
          {findings.map(({ kind, subject, amount }) => (
            <li key={`${kind}:${subject}:${amount.currency}`} className="break-all">
              {say(`finding.${kind}`, { subject, amount: formatAmount(amount, language) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
