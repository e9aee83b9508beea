import type { z } from "zod"
import type { WireMoney } from "#kit/money.ts"
import type { changeOptionShape } from "#orders/contract"
import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { words } from "./change-plan.words.ts"

type Option = z.output<typeof changeOptionShape>

export interface PlanOptionProps {
  readonly option: Option
  /** A change is made today; another day is only looked at. */
  readonly isToday: boolean
  /** The first day of the next time; null where there is none. */
  readonly nextOn: string | null
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** One other plan: what it costs by days, in the numbers themselves, and the button that does it. */
export function PlanOption(props: PlanOptionProps) {
  const say = useWords(words)
  const language = useLanguage()
  const show = (value: WireMoney) => formatAmount(value, language)
  const { option } = props
  const { outcome, parts } = option
  const amount = show(option.amount)
  const isDown = outcome === "give_back"
  return (
    <Card title={option.planName[language]} aside={<span className="text-sm">{show(option.price)}</span>}>
      <GoingAlong option={option} />
      {parts.map((part) => (
        <Formula key={part.start} part={part} isAlone={parts.length === 1} />
      ))}
      {parts.length > 0 ? (
        <p className="text-sm font-medium">
          {say("difference", {
            due: show(option.due),
            unused: show(option.unused),
            difference: show(isDown ? negative(option.difference) : option.difference),
          })}
          <span className="block">
            {say(outcome, { amount })}
            {option.difference.minor === option.amount.minor ? null : ` ${say("withTax")}`}
          </span>
        </p>
      ) : null}
      <Moments {...props} />
    </Card>
  )
}

/** When it can be done: now, with the next time, or why not. */
function Moments({ option, isToday, nextOn, formKey, answer }: PlanOptionProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { hindrance, outcome, moments } = option
  const amount = formatAmount(option.amount, language)
  return (
    <div className="flex flex-wrap items-center gap-3">
      {hindrance ? (
        <p className="text-muted text-sm">{say(hindrance)}</p>
      ) : !moments.includes("now") ? null : isToday ? (
        <ConfirmDialog
          look="primary"
          label={say(outcome === "pay" ? "payNow" : "changeNow", { amount })}
          title={say("sure", { plan: option.planName[language] })}
          consequence={say(
            outcome === "pay" ? "afterPaying" : outcome === "give_back" ? "comesBack" : "atOnce",
            {
              amount,
            },
          )}
          intent={option.planId}
          formKey={formKey}
          answer={answer}
        >
          <input type="hidden" name="planId" value={option.planId} />
          <input type="hidden" name="outcome" value={outcome} />
          <input type="hidden" name="minor" value={option.amount.minor} />
          <input type="hidden" name="currency" value={option.amount.currency} />
        </ConfirmDialog>
      ) : (
        <p className="text-muted text-sm">{say("onlyToday")}</p>
      )}
      {moments.includes("at_end") && nextOn ? <LaterDialog {...{ option, nextOn, formKey, answer }} /> : null}
    </div>
  )
}

/** With the next time: nothing is paid now, and its price is said. */
function LaterDialog({
  option,
  nextOn,
  formKey,
  answer,
}: Pick<PlanOptionProps, "option" | "formKey" | "answer"> & { nextOn: string }) {
  const say = useWords(words)
  const language = useLanguage()
  const day = formatDay(nextOn, language)
  const price = formatAmount(option.price, language)
  return (
    <ConfirmDialog
      label={say("changeLater", { day })}
      title={say("sure", { plan: option.planName[language] })}
      consequence={say("later", { day, price })}
      intent={`${option.planId}:later`}
      formKey={`${formKey}:later`}
      answer={answer}
    >
      <input type="hidden" name="planId" value={option.planId} />
      <input type="hidden" name="when" value="at_end" />
      <input type="hidden" name="outcome" value="nothing" />
      <input type="hidden" name="minor" value={option.price.minor} />
      <input type="hidden" name="currency" value={option.price.currency} />
    </ConfirmDialog>
  )
}

/** What was chosen with the plan so far: with this one as well, or no more. */
function GoingAlong({ option: { kept, lost } }: { option: Option }) {
  const say = useWords(words)
  const language = useLanguage()
  const list = kept.map((one) => `${one.words[language]} (${formatAmount(one.amount, language)})`)
  return (
    <>
      {kept.length > 0 ? <p className="text-sm">{say("kept", { options: list.join(", ") })}</p> : null}
      {lost.length > 0 ? (
        <p className="text-warn text-sm">
          {say("lost", { options: lost.map((one) => one[language]).join(", ") })}
        </p>
      ) : null}
    </>
  )
}

function negative({ minor, currency }: WireMoney): WireMoney {
  return { minor: `-${minor}`, currency }
}

/** The old plan's rest and the new one's price for the same days. */
function Formula({ part, isAlone }: { part: Option["parts"][number]; isAlone: boolean }) {
  const say = useWords(words)
  const language = useLanguage()
  const show = (value: WireMoney) => formatAmount(value, language)
  const days = { left: part.daysLeft, total: part.totalDays }
  return (
    <div className="text-muted space-y-0.5 text-sm break-words">
      {isAlone ? null : (
        <p className="text-ink">
          {formatDay(part.start, language)} – {formatDay(part.lastDay, language)}
        </p>
      )}
      <p>{say("unused", { charged: show(part.oldCharged), unused: show(part.unused), ...days })}</p>
      <p>{say("due", { charged: show(part.newCharged), due: show(part.due), ...days })}</p>
    </div>
  )
}
