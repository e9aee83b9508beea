import type { z } from "zod"
import type { WireMoney } from "#kit/money.ts"
import type { quoteShape } from "#paperwork/contract"
import { formatNumber } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { Card, type Fact, FactList } from "./card.tsx"
import { words } from "./quote.words.ts"
import { Sums } from "./sums.tsx"
import { Amount, Day, Moment } from "./texts.tsx"

/** What a quote says, the same for its customer and for staff. */
export function QuoteView({
  quote,
  facts = [],
}: {
  quote: z.output<typeof quoteShape>
  facts?: readonly Fact[]
}) {
  const say = useWords(words)
  const language = useLanguage()
  const optional = (label: string, text: string | null): Fact[] =>
    text === null ? [] : [{ label, value: <span className="whitespace-pre-wrap">{text}</span> }]
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card title={say("facts")}>
        <FactList
          facts={[
            ...facts,
            { label: say("validUntil"), value: <Day on={quote.validUntil} /> },
            ...(quote.sentAt ? [{ label: say("sentAt"), value: <Moment at={quote.sentAt} /> }] : []),
            ...optional(say("replaces"), quote.replaces),
            ...optional(say("purchaseOrder"), quote.purchaseOrder),
            ...optional(say("note"), quote.note),
            ...optional(say("because"), quote.declinedBecause),
          ]}
        />
      </Card>
      <Card title={say("lines")}>
        <ul className="divide-line -my-1 divide-y text-sm">
          {quote.lines.map((line, index) => (
            <li
              key={`${index} ${line.words}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2"
            >
              <span className="min-w-0">
                <span className="block break-words">{line.words}</span>
                {line.quantity > 1 ? (
                  <span className="text-muted text-xs">
                    {formatNumber(line.quantity, language)} × <Amount value={line.unit} />
                  </span>
                ) : null}
              </span>
              <span className="ms-auto font-medium">
                <Amount value={times(line.unit, line.quantity)} />
              </span>
            </li>
          ))}
        </ul>
        <Sums of={quote} />
      </Card>
    </div>
  )
}

function times(unit: WireMoney, quantity: number): WireMoney {
  return { ...unit, minor: (BigInt(unit.minor) * BigInt(quantity)).toString() }
}
