import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Prose } from "../../ui/prose.tsx"
import { words } from "./content.words.ts"
import type { Text } from "./items.ts"

/** A text to be read through: its day, its words, and beside a long one the way to its parts. */
export function Article({ text }: { text: Text }) {
  const hasParts = text.headings.length > 2
  return (
    <div
      className={`grid items-start gap-x-16 gap-y-8 ${hasParts ? "lg:grid-cols-[minmax(0,1fr)_14rem]" : ""}`}
    >
      <article className="min-w-0 space-y-8">
        <header className="space-y-4">
          <Days text={text} />
          <h1 className="shop-title text-4xl sm:text-5xl" lang={text.language}>
            {text.title}
          </h1>
          {text.summary ? (
            <p className="shop-lead text-muted max-w-2xl text-lg" lang={text.language}>
              {text.summary}
            </p>
          ) : null}
        </header>
        <Prose html={text.html} language={text.language} />
      </article>
      {hasParts ? <Parts text={text} /> : null}
    </div>
  )
}

function Days({ text }: { text: Text }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <p className="text-muted flex flex-wrap gap-x-3 text-sm">
      <time dateTime={text.publishedOn}>
        {say("published", { day: formatDay(text.publishedOn, language) })}
      </time>
      {text.updatedOn === text.publishedOn ? null : (
        <time dateTime={text.updatedOn}>{say("updated", { day: formatDay(text.updatedOn, language) })}</time>
      )}
    </p>
  )
}

function Parts({ text }: { text: Text }) {
  const say = useWords(words)
  return (
    <nav aria-labelledby="parts" className="hidden lg:sticky lg:top-24 lg:block">
      <h2 id="parts" className="mb-3 text-sm font-semibold">
        {say("onThisPage")}
      </h2>
      <ul className="border-line space-y-2 border-s ps-4 text-sm" lang={text.language}>
        {text.headings.map(({ id, text: words }) => (
          <li key={id}>
            <a className="text-muted hover:text-ink no-underline" href={`#${id}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
