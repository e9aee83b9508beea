import { Fragment } from "react"
import type { WireMoney } from "#kit/money.ts"
import { formatAmount, formatDay, formatInstant } from "../i18n/format.ts"
import { useLanguage } from "../i18n/use-words.ts"
import { useTimeZone } from "../use-root.ts"

export function Amount({ value }: { value: WireMoney }) {
  return <span className="tabular-nums whitespace-nowrap">{formatAmount(value, useLanguage())}</span>
}

/** A moment, in the shop's own zone. */
export function Moment({ at }: { at: string | null }) {
  const language = useLanguage()
  const timeZone = useTimeZone()
  if (at === null) return <span aria-hidden="true">–</span>
  return (
    <time dateTime={at} className="tabular-nums whitespace-nowrap">
      {formatInstant(at, language, timeZone)}
    </time>
  )
}

export function Day({ on }: { on: string | null }) {
  const language = useLanguage()
  if (on === null) return <span aria-hidden="true">–</span>
  return (
    <time dateTime={on} className="tabular-nums whitespace-nowrap">
      {formatDay(on, language)}
    </time>
  )
}

/** Ids, addresses and commands: read letter by letter. */
export function Code({ children }: { children: string }) {
  return (
    <code className="bg-raised rounded box-decoration-clone px-1 py-0.5 font-mono text-[0.85em] break-words">
      <Breakable text={children} />
    </code>
  )
}

/** No label of a host name on a phone's line is longer; a code of dashes alone may be. */
const LONG_LABEL = 24

/** A host name, a mail address, a code: breaks behind its dots, and at a dash only where nothing else helps. */
export function Breakable({ text }: { text: string }) {
  return text
    .split(/(?<=[@./_:\s])/)
    .flatMap((part) => (part.length > LONG_LABEL ? part.split(/(?<=-)/) : [part]))
    .map((part, index) => (
      <Fragment key={index}>
        {index > 0 ? <wbr /> : null}
        {part.includes("-") ? <span className="whitespace-nowrap">{part}</span> : part}
      </Fragment>
    ))
}
