import type { Currency } from "#kit/money.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Button } from "../../ui/button.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm } from "../../ui/form.tsx"
import { ChoiceCards } from "./choice-cards.tsx"
import { ConfigureSummary } from "./configure-summary.tsx"
import { cyclesOf, type Product } from "./offer.ts"
import { words as optionWords } from "./option.words.ts"
import { OptionFields } from "./option-fields.tsx"
import { inWords, type PriceBoard, showMinor, writePriceBoard } from "./price-board.ts"
import type { Setup } from "./setup.ts"
import { words } from "./words.ts"

export interface ConfigureFormProps {
  readonly product: Product
  readonly setup: Setup
  readonly currency: Currency
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/**
 * Works without a script: each card says its price, and a button asks for the total anew. With the page's own small
 * script (page-script/follow-setup.ts) the total follows the slider as it is dragged.
 */
export function ConfigureForm({ product, setup, currency, formKey, answer }: ConfigureFormProps) {
  const say = useWords(words)
  const sayOption = useWords(optionWords)
  const language = useLanguage()
  const board = writePriceBoard(product, { currency, say, language })
  return (
    <PageForm intent="add" formKey={formKey} answer={answer} className="space-y-8">
      {/* Asking for the price anew writes the address from these fields. */}
      <input type="hidden" name="currency" value={currency} />
      <div
        data-setup={JSON.stringify(board)}
        data-once={sayOption("once")}
        className="grid items-start gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]"
      >
        <div className="min-w-0 space-y-11">
          <SizeFields {...{ product, setup, board }} />
          <TermFields {...{ product, setup, board }} />
          <TrialFields {...{ product, setup }} />
          <OptionFields plans={product.plans} {...{ setup, board }} />
          <ChoiceCards
            name="locationId"
            label={say("location")}
            chosen={setup.locationId}
            cards={product.locations.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
          <ChoiceCards
            name="imageId"
            label={say("image")}
            chosen={setup.imageId}
            cards={product.images.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div className="max-w-md">
            <TextField
              name="hostname"
              label={say("hostname")}
              help={say("hostnameHelp")}
              defaultValue={setup.hostname}
              required
              maxLength={253}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </div>
        </div>
        <ConfigureSummary {...{ product, setup, board }} />
      </div>
      <noscript>
        <p className="pt-6">
          <Button look="secondary" formMethod="get" formNoValidate>
            {say("updatePrice")}
          </Button>
        </p>
      </noscript>
    </PageForm>
  )
}

interface PartProps {
  readonly product: Product
  readonly setup: Setup
  readonly board: PriceBoard
}

/** The slider moves among the plans that there are; it shows itself once the script is there to follow it. */
function SizeFields({ product, setup, board }: PartProps) {
  const say = useWords(words)
  const language = useLanguage()
  const sellable = product.plans.filter(({ soldOut }) => !soldOut)
  return (
    <div className="space-y-4">
      <ChoiceCards
        name="planId"
        label={say("size")}
        chosen={setup.plan.id}
        cards={product.plans.map((plan) => {
          const offer = board.plans[plan.id]
          const minor = offer?.cycles[setup.cycle]?.minor
          return {
            value: plan.id,
            label: offer?.words.plan ?? plan.slug,
            help: `${offer?.words.cpu} · ${offer?.words.memory} · ${offer?.words.storage}`,
            aside: plan.soldOut
              ? say("soldOut")
              : minor === undefined
                ? "–"
                : inWords(board, setup.cycle, showMinor(minor, board.currency, language)),
            isOff: plan.soldOut,
          }
        })}
      />
      {sellable.length > 1 ? (
        <label data-slider hidden className="block space-y-1">
          <span className="text-muted text-sm">{say("sizeHelp")}</span>
          <input
            type="range"
            className="shop-range block"
            min={0}
            max={sellable.length - 1}
            step={1}
            defaultValue={Math.max(0, sellable.indexOf(setup.plan))}
            data-values={sellable.map(({ id }) => id).join(" ")}
          />
          <span aria-hidden="true" className="text-muted flex justify-between text-xs">
            <span>{sellable[0]?.name[language]}</span>
            <span>{sellable.at(-1)?.name[language]}</span>
          </span>
        </label>
      ) : null}
    </div>
  )
}

/** Where one of the sizes can be tried first; which of them, and for how long, stands at the choice. */
function TrialFields({ product, setup }: Omit<PartProps, "board">) {
  const say = useWords(words)
  const language = useLanguage()
  const offers = product.plans.flatMap(({ name, trial }) =>
    trial ? [say("trialOf", { plan: name[language], days: trial.days })] : [],
  )
  if (offers.length === 0) return null
  return (
    <ChoiceCards
      name="wantsTrial"
      label={say("begin")}
      chosen={setup.wantsTrial ? "yes" : ""}
      cards={[
        { value: "", label: say("beginPaid"), help: say("beginPaidHelp") },
        { value: "yes", label: say("beginTrial"), help: `${offers.join(" · ")}. ${say("beginTrialHelp")}` },
      ]}
    />
  )
}

function TermFields({ product, setup, board }: PartProps) {
  const say = useWords(words)
  const language = useLanguage()
  const prices = board.plans[setup.plan.id]?.cycles ?? {}
  return (
    <ChoiceCards
      name="cycle"
      label={say("cycle")}
      chosen={setup.cycle}
      cards={cyclesOf(product.plans).map((cycle) => {
        const minor = prices[cycle]?.minor
        return {
          value: cycle,
          label: say(cycle),
          aside: minor === undefined ? "–" : showMinor(minor, board.currency, language),
          isOff: minor === undefined,
        }
      })}
    />
  )
}
