import type { ReactNode } from "react"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { FieldWords } from "../../ui/field.tsx"
import { useFieldState } from "../../ui/form.tsx"
import type { Plan, PlanOption } from "./offer.ts"
import { words as optionWords } from "./option.words.ts"
import { OptionInput } from "./option-input.tsx"
import { type PriceBoard, showExtra, waysOf } from "./price-board.ts"
import { optionField, type Setup } from "./setup.ts"
import { isOfferedFor, sumSetup } from "./setup-sum.ts"
import { words } from "./words.ts"

export interface OptionFieldsProps {
  readonly plans: readonly Plan[]
  readonly setup: Setup
  readonly board: PriceBoard
}

/** Every plan's options stand in the form; those of the chosen one are shown. What is sold beside the plan comes last. */
export function OptionFields({ plans, setup, board }: OptionFieldsProps) {
  const say = useWords(words)
  return plans
    .filter(({ options }) => options.length > 0)
    .map((plan) => {
      const isChosen = plan.id === setup.plan.id
      const groups = [
        { label: say("options"), options: plan.options.filter(({ isAddOn }) => !isAddOn) },
        { label: say("addOns"), options: plan.options.filter(({ isAddOn }) => isAddOn) },
      ].filter(({ options }) => options.length > 0)
      return (
        <fieldset
          key={plan.id}
          data-options={plan.id}
          hidden={!isChosen}
          disabled={!isChosen}
          className="min-w-0 space-y-11"
        >
          {groups.map(({ label, options }) => (
            <section key={label} aria-label={label} className="space-y-3">
              <h2 className="text-lg font-semibold tracking-tight">{label}</h2>
              {options.map((option) => (
                <OptionField
                  key={option.id}
                  {...{ plan, option, board }}
                  cycle={setup.cycle}
                  chosen={isChosen ? setup.chosen : {}}
                />
              ))}
            </section>
          ))}
        </fieldset>
      )
    })
}

export interface OptionFieldProps {
  readonly plan: Plan
  readonly option: PlanOption
  readonly board: PriceBoard
  readonly cycle: string
  readonly chosen: Readonly<Record<string, string>>
}

function OptionField({ plan, option, board, cycle, chosen }: OptionFieldProps) {
  const sayOption = useWords(optionWords)
  const language = useLanguage()
  const { id: fieldId, error } = useFieldState(`options/${option.id}`, undefined, false)
  const offer = board.plans[plan.id]
  const own = offer?.options.find(({ id }) => id === option.id)
  if (!offer || !own) return null
  const part = sumSetup(offer, cycle, chosen)?.parts.find(({ id }) => id === option.id)
  const ways = waysOf(board, { cycle, language, once: sayOption("once") })
  const id = `${fieldId}-${plan.id}`
  const shown = error && Object.keys(chosen).length > 0 ? error : undefined
  return (
    <div
      data-option={option.id}
      hidden={!isOfferedFor(own, cycle)}
      className="border-line rounded-xl border px-4 py-3"
    >
      <OptionInput
        {...{ option, own, cycle, ways, id }}
        name={optionField(plan.id, option.id)}
        value={chosen[option.id] ?? own.usual}
        isWrong={shown !== undefined}
        extra={
          <Extra>
            <span data-part={option.id}>{part ? showExtra(part, ways) : ""}</span>
          </Extra>
        }
      />
      <FieldWords id={id} help={undefined} error={shown} />
    </div>
  )
}

function Extra({ children }: { children: ReactNode }) {
  return <span className="ms-auto text-sm font-semibold whitespace-nowrap tabular-nums">{children}</span>
}
