import type { ReactNode } from "react"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { cycleMonths } from "../../ui/cycle.ts"
import { savingOver } from "../../ui/saving.ts"
import { Amount, Breakable } from "../../ui/texts.tsx"
import { SavingWords } from "../catalog/saving-words.tsx"
import { words as catalogWords } from "../catalog/words.ts"
import type { Cart } from "./open-cart.ts"
import { words } from "./words.ts"

export interface OrderSummaryProps {
  readonly cart: Cart
  /** What can be done with a line: taking it out, in the cart. */
  readonly lineAside?: (item: Cart["items"][number]) => ReactNode
}

/** Every figure comes from the API, and the last one is the one that is paid. */
export function OrderSummary({ cart, lineAside }: OrderSummaryProps) {
  const say = useWords(words)
  const term = useWords(catalogWords)
  const language = useLanguage()
  return (
    <div className="space-y-4">
      <ul className="divide-line border-line divide-y border-y">
        {cart.items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-start justify-between gap-3 py-3">
            <div className="min-w-0 grow">
              <p className="font-medium">{item.planName[language]}</p>
              <p className="text-muted text-sm break-words">
                <Breakable text={item.hostname} />
              </p>
              <p className="text-muted text-sm">
                {term(item.cycle)}
                {item.quantity > 1 ? ` × ${item.quantity}` : null}
                {item.setupFee.minor === "0"
                  ? null
                  : ` · ${say("setupFee", { price: formatAmount(item.setupFee, language) })}`}
              </p>
              <TermSaving item={item} />
            </div>
            <div className="ms-auto space-y-2 text-end">
              <p>
                <Amount value={item.total} />
              </p>
              {lineAside?.(item)}
            </div>
            <div className="basis-full empty:hidden">
              <Chosen item={item} />
              <Change item={item} />
              <Discounts item={item} />
              <Trial item={item} />
            </div>
          </li>
        ))}
      </ul>
      <dl className="space-y-1 text-sm">
        <SumLine label={say("net")} value={<Amount value={cart.net} />} />
        {cart.taxes.map(({ label, percent, tax }) => (
          <SumLine
            key={percent}
            label={say("taxLine", { label: label[language], percent })}
            value={<Amount value={tax} />}
          />
        ))}
        <div className="flex justify-between gap-4 pt-1 text-base font-semibold">
          <dt>{say("totalToPay")}</dt>
          <dd>
            <Amount value={cart.total} />
          </dd>
        </div>
      </dl>
      {cart.taxWhy ? <p className="text-muted text-sm">{cart.taxWhy}</p> : null}
    </div>
  )
}

/** What the plan's own price for this term is less than its months one by one, all pieces. */
function TermSaving({ item: { cycle, unit, month, quantity } }: { item: Cart["items"][number] }) {
  const months = cycleMonths[cycle] ?? 0
  const saving = savingOver({ whole: unit.minor, month: month?.minor, months })
  if (!saving || saving.percent < 1) return null
  return (
    <p className="text-sm">
      <SavingWords saving={saving} currency={unit.currency} pieces={quantity} />
    </p>
  )
}

/** The plan's own price, then each thing that was chosen with it: for all pieces, as the line's total. */
function Chosen({ item }: { item: Cart["items"][number] }) {
  const say = useWords(words)
  const language = useLanguage()
  const { chosen, quantity, unit } = item
  if (chosen.length === 0) return null
  const show = ({ minor, currency }: typeof unit) =>
    formatAmount({ minor: (BigInt(minor) * BigInt(quantity)).toString(), currency }, language)
  return (
    <ul className="text-sm">
      <li className="flex flex-wrap justify-between gap-x-4">
        <span>{item.planName[language]}</span>
        <span className="tabular-nums">{show(unit)}</span>
      </li>
      {chosen.map((one) => (
        <li key={one.id} className="flex flex-wrap justify-between gap-x-4">
          <span>{one.words[language]}</span>
          <span className="tabular-nums">
            {[
              ...(one.amount.minor === "0" ? [] : [show(one.amount)]),
              ...(one.setupFee.minor === "0" ? [] : [say("onceOnly", { price: show(one.setupFee) })]),
            ].join(" + ")}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What each coupon took off, so that the line's total can be worked out again. */
function Discounts({ item: { discounts } }: { item: Cart["items"][number] }) {
  const say = useWords(words)
  const language = useLanguage()
  return discounts.map(({ code, amount }) => (
    <p key={code} className="text-good text-sm">
      {say("discount", { code })} −{formatAmount(amount, language)}
    </p>
  ))
}

/** For how long, what then, and what has to be done: all of it before the button. */
function Trial({ item: { trial, whyNoTrial, cycle } }: { item: Cart["items"][number] }) {
  const say = useWords(words)
  const term = useWords(catalogWords)
  const language = useLanguage()
  if (whyNoTrial) return <p className="text-warn text-sm">{whyNoTrial}</p>
  if (!trial) return null
  const price = term("priceEach", { cycle, price: formatAmount(trial.price, language) })
  const { days, longer, asksAnew } = trial
  const byCard = asksAnew ? "trialAskedAnew" : "trialCharged"
  return (
    <>
      {longer ? <p className="text-good text-sm">{say("trialLonger", longer)}</p> : null}
      <p className="text-good text-sm">{say(trial.asksMethod ? byCard : "trialByHand", { days, price })}</p>
    </>
  )
}

/** What somebody put in at another price must not be a surprise at the end. */
function Change({ item: { before, unit, setupFee } }: { item: Cart["items"][number] }) {
  const say = useWords(words)
  const language = useLanguage()
  if (!before) return null
  const isSamePrice = before.unit.minor === unit.minor && before.setupFee.minor === setupFee.minor
  return (
    <p className="text-warn text-sm">
      {isSamePrice ? say("planChanged") : say("priceChanged", { price: formatAmount(before.unit, language) })}
    </p>
  )
}

function SumLine({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div className="text-muted flex justify-between gap-4">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
