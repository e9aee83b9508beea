import { Link } from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Icon, type IconName } from "../../ui/icon.tsx"
import type { Item } from "../content/items.ts"
import { words } from "./home.words.ts"

type WordKey = keyof (typeof words)["en"]

const steps = ["choose", "pay", "build"] as const

export function Steps() {
  const say = useWords(words)
  return (
    <section className="shop-below border-line bg-canvas border-t" aria-labelledby="steps">
      <div className="mx-auto max-w-6xl space-y-12 px-4 py-16 sm:px-6 sm:py-24">
        <h2 id="steps" className="shop-title text-3xl sm:text-4xl">
          {say("stepsTitle")}
        </h2>
        <ol className="grid gap-x-10 gap-y-10 sm:grid-cols-3">
          {steps.map((step, index) => (
            <li key={step} className="space-y-3">
              <p
                className="bg-accent-soft text-accent flex size-9 items-center justify-center rounded-full text-sm font-bold"
                aria-hidden="true"
              >
                {index + 1}
              </p>
              <h3 className="text-lg font-semibold tracking-tight">{say(step)}</h3>
              <p className="shop-lead text-muted">{say(`${step}What`)}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

/** What comes with every service, because the program does it. */
const included = [
  { icon: "operation", word: "live" },
  { icon: "invoice", word: "papers" },
  { icon: "team", word: "people" },
  { icon: "lock", word: "security" },
  { icon: "key", word: "api" },
  { icon: "eye", word: "data" },
] as const satisfies readonly { icon: IconName; word: WordKey }[]

export function Included() {
  const say = useWords(words)
  return (
    <section className="shop-below border-line border-t" aria-labelledby="included">
      <div className="mx-auto max-w-6xl space-y-12 px-4 py-16 sm:px-6 sm:py-24">
        <div className="max-w-2xl space-y-4">
          <h2 id="included" className="shop-title text-3xl sm:text-4xl">
            {say("includedTitle")}
          </h2>
          <p className="shop-lead text-muted text-lg">{say("includedLead")}</p>
        </div>
        <ul className="border-line bg-line grid gap-px overflow-hidden rounded-2xl border sm:grid-cols-2 lg:grid-cols-3">
          {included.map(({ icon, word }) => (
            <li key={word} className="bg-surface space-y-3 p-6 sm:p-7">
              <Icon name={icon} className="text-accent size-5" />
              <h3 className="font-semibold">{say(word)}</h3>
              <p className="text-muted text-sm leading-relaxed">{say(`${word}What`)}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Only where the shop has written something. */
export function Reading({ news, guides }: { news: readonly Item[]; guides: readonly Item[] }) {
  const say = useWords(words)
  if (news.length + guides.length === 0) return null
  return (
    <section className="shop-below border-line bg-canvas border-t" aria-labelledby="reading">
      <div className="mx-auto grid max-w-6xl gap-x-16 gap-y-12 px-4 py-16 sm:px-6 sm:py-24 md:grid-cols-2">
        <h2 id="reading" className="sr-only">
          {say("readingTitle")}
        </h2>
        <ReadingList title={say("newsTitle")} items={news} to="/news" more={say("allNews")} hasDays />
        <ReadingList title={say("guidesTitle")} items={guides} to="/guides" more={say("allGuides")} />
      </div>
    </section>
  )
}

interface ReadingListProps {
  readonly title: string
  readonly items: readonly Item[]
  readonly to: string
  readonly more: string
  readonly hasDays?: boolean
}

function ReadingList({ title, items, to, more, hasDays }: ReadingListProps) {
  const language = useLanguage()
  if (items.length === 0) return null
  return (
    <div className="space-y-5">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-xl font-semibold tracking-tight">{title}</h3>
        <Link className="text-accent text-sm font-medium no-underline hover:underline" to={to}>
          {more}
        </Link>
      </div>
      <ul className="divide-line border-line divide-y border-y">
        {items.map((item) => (
          <li key={item.slug}>
            <Link to={`${to}/${item.slug}`} className="group text-ink block space-y-1 py-4 no-underline">
              {hasDays ? (
                <time dateTime={item.publishedOn} className="text-muted text-xs">
                  {formatDay(item.publishedOn, language)}
                </time>
              ) : null}
              <span className="group-hover:text-accent block font-medium" lang={item.language}>
                {item.title}
              </span>
              {item.summary ? (
                <span className="text-muted block text-sm" lang={item.language}>
                  {item.summary}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Closing() {
  const say = useWords(words)
  return (
    <section className="shop-below shop-glow border-line border-t" aria-labelledby="closing">
      <div className="mx-auto max-w-6xl space-y-7 px-4 py-20 text-center sm:px-6 sm:py-28">
        <h2 id="closing" className="shop-title mx-auto max-w-2xl text-3xl sm:text-5xl">
          {say("closingTitle")}
        </h2>
        <p className="shop-lead text-muted mx-auto max-w-xl text-lg">{say("closingLead")}</p>
        <p className="flex flex-wrap justify-center gap-3">
          <ButtonLink to="/products" size="large">
            {say("toProducts")}
          </ButtonLink>
          <ButtonLink to="/contact" size="large" look="secondary">
            {say("toContact")}
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}
