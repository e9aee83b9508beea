export interface ChoiceCard {
  readonly value: string
  readonly label: string
  readonly help?: string
  /** A price: the page's script keeps it true to what else is chosen. */
  readonly aside?: string
  readonly isOff?: boolean
}

export interface ChoiceCardsProps {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly cards: readonly ChoiceCard[]
}

/** What needs a line of its own gets one; short words stand beside each other. */
function columnsFor(cards: readonly ChoiceCard[]): string {
  if (cards.some(({ help }) => help)) return ""
  return cards.length % 3 === 0 && !cards.some(({ aside }) => aside) ? "sm:grid-cols-3" : "sm:grid-cols-2"
}

/** One of a few, as cards: the whole of each can be pressed, and the keys move among them as among radio buttons. */
export function ChoiceCards({ name, label, chosen, cards }: ChoiceCardsProps) {
  return (
    <fieldset className="space-y-3">
      <legend className="mb-3 text-lg font-semibold tracking-tight">{label}</legend>
      <div className={`grid gap-3 ${columnsFor(cards)}`}>
        {cards.map((card) => (
          <label
            key={card.value}
            className="border-line hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-accent has-disabled:bg-canvas has-disabled:text-muted flex min-h-14 items-center gap-3 rounded-xl border px-4 py-3 transition-colors has-checked:ring-1"
          >
            <input
              type="radio"
              name={name}
              value={card.value}
              defaultChecked={card.value === chosen}
              disabled={card.isOff}
              className="accent-accent size-4.5 shrink-0"
            />
            <span className="min-w-0 grow">
              <span className="block font-medium">{card.label}</span>
              {card.help ? <span className="text-muted block text-sm">{card.help}</span> : null}
            </span>
            {card.aside ? (
              <span data-price={card.value} className="text-sm font-semibold whitespace-nowrap tabular-nums">
                {card.aside}
              </span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
