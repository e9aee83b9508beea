import type { z } from "zod"
import type { quantityPreviewShape } from "#billing/contract"
import type { WireMoney } from "#kit/money.ts"
import { formatAmount, formatDay } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import type { FormAnswer } from "../serve-page.ts"
import { QuantityField } from "./amount-field.tsx"
import { Banner } from "./banner.tsx"
import { ButtonLink } from "./button.tsx"
import { Card } from "./card.tsx"
import { ConfirmDialog } from "./confirm-dialog.tsx"
import { PageForm, SubmitButton } from "./form.tsx"
import { words } from "./quantity.words.ts"

type Preview = z.output<typeof quantityPreviewShape>

export interface QuantityChangeProps {
  readonly preview: Preview
  readonly area: "portal" | "admin"
  /** May do it, and not only look. */
  readonly mayChange: boolean
  readonly done: "done" | "asked" | "planned" | "stays" | undefined
  readonly keys: readonly string[]
  readonly answer: FormAnswer | undefined
}

/** How many there are, the number that is wished for, and what that costs in the numbers themselves. */
export function QuantityChange(props: QuantityChangeProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { preview, done, mayChange, keys, answer } = props
  const { bounds, quantity, lastDay, planned, wish } = preview
  return (
    <>
      {done ? <Banner tone="good">{say(done)}</Banner> : null}
      <Standing {...props} />
      <p className="font-medium">{say("now", { quantity })}</p>
      <p className="max-w-prose text-sm">
        {lastDay ? say("lead", { lastDay: formatDay(lastDay, language) }) : say("notPaid")}
      </p>
      {!bounds || !mayChange ? (
        <p className="text-muted text-sm">{say("notOffered")}</p>
      ) : planned ? null : (
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <Card>
            <PageForm intent="look" formKey={keys[0] ?? ""} answer={answer}>
              <QuantityField
                name="quantity"
                label={say("quantity")}
                help={say("bounds", bounds)}
                defaultValue={wish.quantity}
                min={bounds.least}
                max={bounds.most}
              />
              <SubmitButton look="secondary">{say("compute")}</SubmitButton>
            </PageForm>
          </Card>
          <Cost {...props} />
        </div>
      )}
    </>
  )
}

/** What was chosen earlier: for the next period, or waiting for its money. */
function Standing({ preview, area, mayChange, keys, answer }: QuantityChangeProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { planned, awaited, quantity, bounds } = preview
  if (planned) {
    const facts = { quantity: planned.quantity, day: formatDay(planned.on, language) }
    return (
      <Banner tone="info">
        <p>{say(planned.isPaid ? "plannedPaid" : "plannedFor", facts)}</p>
        {planned.isPaid || !bounds || !mayChange ? null : (
          <div className="mt-2">
            <PageForm intent="takeBack" formKey={keys[2] ?? ""} answer={answer}>
              <SubmitButton look="secondary">{say("takeBack", { quantity })}</SubmitButton>
            </PageForm>
          </div>
        )}
      </Banner>
    )
  }
  if (!awaited) return null
  return (
    <Banner tone="info">
      <p className="mb-2">{say("awaited", { quantity: awaited.quantity })}</p>
      <ButtonLink look="secondary" to={`/${area}/requests/${awaited.paymentRequestId}`}>
        {say("toRequest")}
      </ButtonLink>
    </Banner>
  )
}

function Cost(props: QuantityChangeProps) {
  const say = useWords(words)
  const language = useLanguage()
  const show = (value: WireMoney) => formatAmount(value, language)
  const { wish, quantity } = props.preview
  if (wish.hindrance) return <p className="text-muted text-sm">{say(wish.hindrance)}</p>
  return (
    <Card title={say("each", { quantity: wish.quantity, price: show(wish.price) })}>
      {wish.parts
        .toSorted((one, other) => (one.start < other.start ? -1 : 1))
        .map((part) => (
          <div key={part.start} className="text-muted space-y-0.5 text-sm break-words">
            {wish.parts.length === 1 ? null : (
              <p className="text-ink">
                {formatDay(part.start, language)} – {formatDay(part.lastDay, language)}
              </p>
            )}
            <p>
              {say("unused", {
                quantity,
                charged: show(part.oldCharged),
                left: part.daysLeft,
                total: part.totalDays,
                unused: show(part.unused),
              })}
            </p>
            <p>
              {say("due", {
                quantity: wish.quantity,
                charged: show(part.newCharged),
                left: part.daysLeft,
                total: part.totalDays,
                due: show(part.due),
              })}
            </p>
          </div>
        ))}
      {wish.parts.length > 0 ? (
        <p className="text-sm font-medium">
          {say("difference", {
            due: show(wish.due),
            unused: show(wish.unused),
            difference: show(wish.difference),
          })}
          <span className="block">
            {say(wish.outcome, { amount: show(wish.amount) })}
            {wish.difference.minor === wish.amount.minor ? null : ` ${say("withTax")}`}
          </span>
        </p>
      ) : null}
      <Moments {...props} />
    </Card>
  )
}

/** When it can be done: more now, and any number with the next period. */
function Moments({ preview, area, keys, answer }: QuantityChangeProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { wish, nextOn } = preview
  const { quantity, outcome, moments } = wish
  const amount = formatAmount(wish.amount, language)
  const [paying, asking] =
    area === "portal" ? (["payNow", "afterPaying"] as const) : (["askNow", "afterAsking"] as const)
  const day = nextOn ? formatDay(nextOn, language) : ""
  const price = formatAmount(wish.price, language)
  return (
    <div className="flex flex-wrap items-center gap-3">
      {moments.includes("now") ? (
        <ConfirmDialog
          look="primary"
          label={say(outcome === "pay" ? paying : "changeNow", { amount })}
          title={say("sure", { quantity })}
          consequence={say(outcome === "pay" ? asking : "atOnce", { amount, quantity })}
          intent="change"
          formKey={keys[1] ?? ""}
          answer={answer}
        >
          <Figures {...{ quantity, outcome, amount: wish.amount }} when="now" />
        </ConfirmDialog>
      ) : null}
      {moments.includes("at_end") ? (
        <ConfirmDialog
          label={say("changeLater", { day })}
          title={say("sure", { quantity })}
          consequence={say("later", { day, quantity, price })}
          intent="later"
          formKey={`${keys[1] ?? ""}:later`}
          answer={answer}
        >
          <Figures {...{ quantity, outcome: "nothing", amount: wish.price }} when="at_end" />
        </ConfirmDialog>
      ) : null}
    </div>
  )
}

/** What was shown, as the form sends it. */
function Figures({
  quantity,
  outcome,
  amount,
  when,
}: {
  quantity: number
  outcome: string
  amount: WireMoney
  when: "now" | "at_end"
}) {
  return (
    <>
      <input type="hidden" name="quantity" value={quantity} />
      <input type="hidden" name="when" value={when} />
      <input type="hidden" name="outcome" value={outcome} />
      <input type="hidden" name="minor" value={amount.minor} />
      <input type="hidden" name="currency" value={amount.currency} />
    </>
  )
}
