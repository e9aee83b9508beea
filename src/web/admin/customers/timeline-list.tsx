import { Link } from "react-router"
import type { ApiClient } from "../../api-context.ts"
import type { PlainKey } from "../../i18n/say.ts"
import { useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import type { Tone } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { Amount, Code, Moment } from "../../ui/texts.tsx"
import { words } from "./timeline.words.ts"

type Moments = Awaited<ReturnType<ApiClient["customers"]["timeline"]>>
type MomentOf = Moments["items"][number] & {
  readonly said: string | null
  readonly thing: { readonly kind: string | null; readonly to: string | null }
}
export interface Timeline extends Omit<Moments, "items"> {
  readonly items: readonly MomentOf[]
}
type Key = PlainKey<(typeof words)["en"]>

export function RecentTimeline({ page, accountId }: { page: Timeline; accountId: string }) {
  const say = useWords(words)
  return (
    <Card title={say("timeline")}>
      <TimelineList items={page.items} />
      {page.next ? (
        <Link className="text-accent text-sm underline" to={`/admin/customers/${accountId}/timeline`}>
          {say("whole")}
        </Link>
      ) : null}
    </Card>
  )
}

export function TimelineList({ items }: { items: Timeline["items"] }) {
  const say = useWords(words)
  if (items.length === 0) return <p className="text-muted text-sm">{say("none")}</p>
  return (
    <ol className="divide-line divide-y text-sm">
      {items.map((moment) => (
        <li
          key={moment.id}
          className="grid gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0 sm:grid-cols-[9rem_1fr]"
        >
          <span className="text-muted">
            <Moment at={moment.at} />
          </span>
          <span className="min-w-0 space-y-1">
            <What moment={moment} />
            <Detail moment={moment} />
          </span>
        </li>
      ))}
    </ol>
  )
}

const bad = ["payment.declined", "payment.unknown", "mail.failed"]
const good = ["payment.settled", "service.activated"]

function toneOf(key: string): Tone {
  if (bad.includes(key)) return "bad"
  return good.includes(key) ? "good" : "neutral"
}

function What({ moment }: { moment: MomentOf }) {
  const say = useWords(words)
  const key = `${moment.kind}.${moment.what}`
  const name = key in words.en ? say(key as Key) : moment.said
  const to = addressOf(moment)
  const gateway = `gateway.${moment.title}`
  const title = gateway in words.en ? say(gateway as Key) : nameOf(moment)
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {name ? <Badge tone={toneOf(key)}>{name}</Badge> : <Code>{moment.what}</Code>}
      {to ? (
        <Link className="text-accent wrap-anywhere underline" to={to}>
          {title || say("show")}
        </Link>
      ) : (
        <span className="break-words">{title}</span>
      )}
      {moment.amount ? <Amount value={moment.amount} /> : null}
    </span>
  )
}

function Detail({ moment }: { moment: MomentOf }) {
  // The state of an order or document is on its own page, as it is now and not as it was then.
  const detail = ["note", "sign_in", "mail", "staff"].includes(moment.kind) ? moment.detail : null
  const text = [detail, moment.by].filter(Boolean).join(" · ")
  return text ? <span className="text-muted block break-words whitespace-pre-wrap">{text}</span> : null
}

/** An act is about a thing: what it is, and what it is called where that says more. */
function nameOf({ kind, title, thing }: MomentOf): string {
  return kind === "staff" ? [thing.kind, title].filter(Boolean).join(" ") : (title ?? "")
}

function addressOf({ kind, what, subjectId, thing }: MomentOf): string | undefined {
  if (kind === "order") return `/admin/orders/${subjectId}`
  if (kind === "service") return `/admin/services/${subjectId}`
  if (kind === "mail") return `/admin/mails/${subjectId}`
  if (kind === "document")
    return `/admin/${what === "payment_requested" ? "requests" : "invoices"}/${subjectId}`
  return kind === "staff" ? (thing.to ?? `/admin/audit?subject=${subjectId}`) : undefined
}
