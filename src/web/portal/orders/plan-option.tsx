import type { z } from "zod"
import type { WireMoney } from "#kit/money.ts"
import type { changeOptionShape } from "#orders/contract"
import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { words as optionWords } from "../../storefront/catalog/option.words.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { words } from "./change-plan.words.ts"

type Option = z.output<typeof changeOptionShape>

export interface PlanOptionProps {
  readonly option: Option
  readonly cycle: string
  /** A change is made today; another day is only looked at. */
  readonly isToday: boolean
  /** The first day of the next time; null where there is none. */
  readonly nextOn: string | null
  readonly formKey: string
  readonly answer: FormAnswer | undefined
  /** Other options with the same plan, as a form sends them; absent: another plan. */
  readonly chosen?: Readonly<Record<string, string>>
}

/** Another plan or other options: what it costs by days, in the numbers themselves, and the button that does it. */
export function PlanOption(props: PlanOptionProps) {
  const say = useWords(words)
  const sayTerm = useWords(optionWords)
  const language = useLanguage()
  const show = (value: WireMoney) => formatAmount(value, language)
  const { option } = props
  const { outcome, parts } = option
  const amount = show(option.amount)
  const isDown = outcome === "give_back"
  return (
    <Card
      title={option.planName[language]}
      aside={
        <span className="text-sm">{sayTerm("each", { cycle: props.cycle, price: show(option.price) })}</span>
      }
    >
      <GoingAlong option={option} isOwn={props.chosen !== undefined} />
      {parts
        .toSorted((one, other) => (one.start < other.start ? -1 : 1))
        .map((part) => (
          <Formula
            key={part.start}
            part={part}
            isAlone={parts.length === 1}
            due={props.chosen ? "dueOptions" : "due"}
          />
        ))}
      {parts.length > 0 ? (
        <p className="text-sm font-medium">
          {say(option.setup.minor === "0" ? "difference" : "differenceAndSetup", {
            due: show(option.due),
            unused: show(option.unused),
            difference: show(isDown ? negative(option.difference) : option.difference),
            setup: show(option.setup),
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
function Moments({ option, isToday, nextOn, formKey, answer, chosen }: PlanOptionProps) {
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
          title={say(chosen ? "sureOptions" : "sure", { plan: option.planName[language] })}
          consequence={say(
            outcome === "pay" ? "afterPaying" : outcome === "give_back" ? "comesBack" : "atOnce",
            {
              amount,
            },
          )}
          intent={chosen ? "choose" : option.planId}
          formKey={formKey}
          answer={answer}
        >
          <WishFields planId={option.planId} chosen={chosen} />
          <input type="hidden" name="outcome" value={outcome} />
          <input type="hidden" name="minor" value={option.amount.minor} />
          <input type="hidden" name="currency" value={option.amount.currency} />
        </ConfirmDialog>
      ) : (
        <p className="text-muted text-sm">{say("onlyToday")}</p>
      )}
      {moments.includes("at_end") && nextOn ? (
        <LaterDialog {...{ option, nextOn, formKey, answer, chosen }} />
      ) : null}
    </div>
  )
}

/** With the next time: nothing is paid now, and its price is said. */
function LaterDialog({
  option,
  nextOn,
  formKey,
  answer,
  chosen,
}: Pick<PlanOptionProps, "option" | "formKey" | "answer" | "chosen"> & { nextOn: string }) {
  const say = useWords(words)
  const language = useLanguage()
  const day = formatDay(nextOn, language)
  const price = formatAmount(option.price, language)
  return (
    <ConfirmDialog
      label={say("changeLater", { day })}
      title={say(chosen ? "sureOptions" : "sure", { plan: option.planName[language] })}
      consequence={say("later", { day, price })}
      intent={chosen ? "choose:later" : `${option.planId}:later`}
      formKey={`${formKey}:later`}
      answer={answer}
    >
      <WishFields planId={option.planId} chosen={chosen} />
      <input type="hidden" name="when" value="at_end" />
      <input type="hidden" name="outcome" value="nothing" />
      <input type="hidden" name="minor" value={option.price.minor} />
      <input type="hidden" name="currency" value={option.price.currency} />
    </ConfirmDialog>
  )
}

/** What is wished for, as the form sends it. */
function WishFields({ planId, chosen }: { planId: string; chosen: PlanOptionProps["chosen"] }) {
  if (!chosen) return <input type="hidden" name="planId" value={planId} />
  return Object.entries(chosen).map(([id, value]) => (
    <input key={id} type="hidden" name={`options/${id}`} value={value} />
  ))
}

/** What is chosen with it, and what no more. */
function GoingAlong({ option: { kept, lost }, isOwn }: { option: Option; isOwn: boolean }) {
  const say = useWords(words)
  const language = useLanguage()
  const list = kept.map((one) => `${one.words[language]} (${formatAmount(one.amount, language)})`)
  return (
    <>
      {kept.length > 0 ? (
        <p className="text-sm">{say(isOwn ? "chosen" : "kept", { options: list.join(", ") })}</p>
      ) : null}
      {lost.length > 0 ? (
        <p className="text-warn text-sm">
          {say(isOwn ? "dropped" : "lost", { options: lost.map((one) => one[language]).join(", ") })}
        </p>
      ) : null}
    </>
  )
}

function negative({ minor, currency }: WireMoney): WireMoney {
  return { minor: `-${minor}`, currency }
}

/** The old plan's rest and the new one's price for the same days. */
function Formula({
  part,
  isAlone,
  due,
}: {
  part: Option["parts"][number]
  isAlone: boolean
  due: "due" | "dueOptions"
}) {
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
      <p>{say(due, { charged: show(part.newCharged), due: show(part.due), ...days })}</p>
    </div>
  )
}
