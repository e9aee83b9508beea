import { useWords } from "../i18n/use-words.ts"
import { dayIn } from "../i18n/zone.ts"
import { useRoot } from "../use-root.ts"
import { Badge } from "./badge.tsx"
import type { Tone } from "./banner.tsx"
import { words } from "./state.words.ts"

export type StateKey = Extract<keyof (typeof words)["en"], `${string}.${string}`>
export type StateKind = StateKey extends `${infer Kind}.${string}` ? Kind : never
export type StateOf<Kind extends StateKind> = StateKey extends infer Key
  ? Key extends `${Kind}.${infer State}`
    ? State
    : never
  : never

/** Grey and blue ask for nothing; yellow and red ask for someone. */
const tones: Partial<Record<StateKey, Tone>> = {
  "order.awaiting_payment": "warn",
  "order.awaiting_approval": "warn",
  "order.paid": "info",
  "order.delivered": "good",
  "order.rejected": "bad",
  "service.waiting_for_payment": "warn",
  "service.building": "info",
  "service.active": "good",
  "service.suspended": "warn",
  "service.needs_attention": "bad",
  "request.open": "warn",
  "request.billed": "warn",
  "request.paid": "good",
  "subscription.pending": "info",
  "subscription.trialing": "info",
  "subscription.active": "good",
  "subscription.past_due": "bad",
  "subscription.suspended": "bad",
  "subscription.paused": "info",
  "invoice.paid": "good",
  "invoice.open": "warn",
  "invoice.partly_refunded": "info",
  "quote.sent": "warn",
  "quote.accepted": "good",
  "quote.declined": "bad",
  "method.usable": "good",
  "method.dead": "bad",
  "method.needs_authentication": "warn",
  "operation.running": "info",
  "operation.waiting": "info",
  "operation.stuck": "bad",
  "operation.done": "good",
  "operation.undoing": "warn",
  "mail.sending": "info",
  "mail.sent": "good",
  "mail.failed": "bad",
}

export interface StateBadgeProps<Kind extends StateKind> {
  readonly kind: Kind
  readonly state: StateOf<Kind>
  /** By when it is to be paid: one that still waits the day after is overdue, and says so instead. */
  readonly dueOn?: string | null
}

/** Name of a state: `<StateBadge kind="order" state={order.state} />`. An unknown one does not compile. */
export function StateBadge<Kind extends StateKind>({ kind, state, dueOn = null }: StateBadgeProps<Kind>) {
  const say = useWords(words)
  const root = useRoot()
  const key = `${kind}.${state}` as StateKey
  if (root && isOverdue(key, dueOn, dayIn(root.zone, root.now))) {
    return <Badge tone="bad">{say("overdue")}</Badge>
  }
  return <Badge tone={tones[key] ?? "neutral"}>{say(key)}</Badge>
}

/** Of states that wait for a payment; on the due day itself there is still time. */
const waiting: ReadonlySet<StateKey> = new Set(["request.open", "request.billed", "invoice.open"])

export function isOverdue(key: StateKey, dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today && waiting.has(key)
}

/** For a filter: the states of a kind, named. */
export function useStateOptions<Kind extends StateKind>(kind: Kind) {
  const say = useWords(words)
  return (Object.keys(words.en) as StateKey[])
    .filter((key) => key.startsWith(`${kind}.`))
    .map((key) => ({ value: key.slice(kind.length + 1), label: say(key) }))
}

/** What a filter asks for, if it is a state of that kind. */
export function readState<Kind extends StateKind>(
  kind: Kind,
  text: string | null,
): StateOf<Kind> | undefined {
  return text !== null && `${kind}.${text}` in words.en ? (text as StateOf<Kind>) : undefined
}
