import { Link } from "react-router"
import type { PageServices } from "../api-context.ts"
import { formatInstantDay, formatVersion } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useTimeZone } from "../use-root.ts"
import { Badge } from "./badge.tsx"
import type { Tone } from "./banner.tsx"
import { DataTable } from "./data-table.tsx"
import { words } from "./privacy.words.ts"
import { Breakable, Moment } from "./texts.tsx"

export type Standing = Awaited<ReturnType<PageServices["api"]["privacy"]["own"]["get"]>>
type Copy = Standing["exports"][number]
type Wish = Standing["erasures"][number]
type Fact = Standing["consents"][number]

const tones: Readonly<Record<Copy["state"] | Wish["state"], Tone>> = {
  asked: "info",
  ready: "good",
  failed: "warn",
  expired: "neutral",
  waiting: "warn",
  held: "warn",
  erasing: "info",
  done: "neutral",
  withdrawn: "neutral",
}

export function ExportState({ state }: Pick<Copy, "state">) {
  const say = useWords(words)
  return <Badge tone={tones[state]}>{say(`export.${state}`)}</Badge>
}

export function ErasureState({ state }: Pick<Wish, "state">) {
  const say = useWords(words)
  return <Badge tone={tones[state]}>{say(`erasure.${state}`)}</Badge>
}

/** Every fact, newest first: the person and staff see the same. */
export function ConsentHistory({ consents }: Pick<Standing, "consents">) {
  const say = useWords(words)
  const sayPurpose = (purpose: string) => {
    const key = `purpose.${purpose}`
    return key in words.en ? say(key as "purpose.terms") : purpose
  }
  const sayPlace = (place: string) => {
    const key = `place.${place}`
    return key in words.en ? say(key as "place.portal") : place
  }
  const sayBasis = (basis: string) => {
    const key = `basis.${basis}`
    return key in words.en ? say(key as "basis.contract") : basis
  }
  return (
    <DataTable
      caption={say("consents")}
      page={{ items: consents, next: null }}
      rowKey={(fact: Fact) => `${fact.purpose} ${fact.at}`}
      empty={say("noConsents")}
      columns={[
        { key: "purpose", label: say("purpose"), cell: (fact) => sayPurpose(fact.purpose) },
        {
          key: "given",
          label: say("given"),
          cell: (fact) => (
            <Badge tone={fact.isGiven ? "good" : "neutral"}>{say(fact.isGiven ? "given" : "notGiven")}</Badge>
          ),
        },
        { key: "at", label: say("when"), cell: (fact) => <Moment at={fact.at} /> },
        { key: "place", label: say("where"), cell: (fact) => sayPlace(fact.place), isWide: true },
        { key: "version", label: say("version"), cell: (fact) => <TextVersion fact={fact} />, isWide: true },
        { key: "basis", label: say("basis"), cell: (fact) => sayBasis(fact.basis), isWide: true },
      ]}
    />
  )
}

/** Of texts that the shop publishes, the very words that were agreed to. */
function TextVersion({ fact }: { fact: Fact }) {
  const language = useLanguage()
  const shown = formatVersion(fact.version, language)
  if (fact.purpose !== "terms" && fact.purpose !== "privacy") return shown
  return (
    <Link className="underline" to={`/${fact.purpose}?version=${fact.version}`} reloadDocument>
      {shown}
    </Link>
  )
}

/** Work under way has no name that people know: it is said once, however much of it there is. */
export function ObstacleList({ obstacles }: Pick<Standing, "obstacles">) {
  const say = useWords(words)
  const firstWork = obstacles.find(({ kind }) => kind === "operation")
  const said = obstacles.filter((one) => one.kind !== "operation" || one === firstWork)
  return (
    <ul className="list-disc space-y-1 ps-5 text-sm">
      {said.map(({ kind, id, name }) => (
        <li key={id} className="break-words">
          <Breakable text={say(`obstacle.${kind}`, { name })} />
        </li>
      ))}
    </ul>
  )
}

/** What goes and what stays, before anybody presses anything. */
export function ErasureMeaning({ meaning }: Pick<Standing, "meaning">) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  return (
    <div className="space-y-3 text-sm">
      <details>
        <summary className="w-fit font-medium">{say("goes", { count: meaning.goes.length })}</summary>
        <ul className="text-muted list-disc gap-x-6 ps-5 pt-1 sm:columns-2">
          {meaning.goes.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </details>
      <div>
        <h3 className="font-medium">{say("stays")}</h3>
        <ul className="text-muted list-disc space-y-1 ps-5">
          {meaning.stays.map(({ what, basis, until }) => (
            <li key={what}>
              {say("staysUntil", {
                what,
                basis,
                until: until === null ? "–" : formatInstantDay(until, language, timeZone),
              })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
