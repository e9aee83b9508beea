import { Link } from "react-router"
import { formatCount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Icon, type IconName } from "../../ui/icon.tsx"
import type { loadWaiting } from "./load-waiting.ts"
import { words } from "./words.ts"

type WaitingFacts = Awaited<ReturnType<typeof loadWaiting>>

const icons = {
  run: "calendar",
  stuck: "operation",
  approve: "order",
  attention: "service",
  euNear: "chart",
  euPassed: "chart",
} as const satisfies Record<WaitingFacts["tasks"][number]["kind"], IconName>

const todayIcons = {
  mails: "mail",
  declined: "card",
} as const satisfies Record<WaitingFacts["today"][number]["kind"], IconName>

/** What the house can't do by itself, above everything else. */
export function Waiting({ waiting: { tasks, today, findings } }: { waiting: WaitingFacts }) {
  const say = useWords(words)
  const language = useLanguage()
  if (tasks.length === 0 && today.length === 0 && findings === 0) {
    return (
      <p className="bg-good-soft text-good rounded-box flex items-center gap-2.5 px-4 py-3">
        <Icon name="good" className="size-4.5" />
        {say("nothingWaits")}
      </p>
    )
  }
  return (
    <section className="border-bad/40 rounded-box border">
      <h2 className="bg-bad-soft text-bad rounded-t-box flex items-center gap-2 px-4 py-2 text-sm font-semibold">
        <Icon name="bad" />
        {say("waiting")}
      </h2>
      <ul className="divide-line divide-y">
        {tasks.map(({ kind, to, title, about }) => (
          <li key={to} className="hover:bg-raised relative flex items-center gap-3 px-4 py-2.5">
            <Icon name={icons[kind]} className="text-muted size-4.5" />
            <div className="min-w-0 grow">
              <p className="truncate">
                <span className="text-muted">{say(kind)} · </span>
                <Link to={to} className="font-medium no-underline after:absolute after:inset-0">
                  {title}
                </Link>
              </p>
              {about ? <p className="text-muted truncate text-xs">{about}</p> : null}
            </div>
            <Icon name="next" className="text-muted size-4 rtl:rotate-180" />
          </li>
        ))}
        {today.map(({ kind, to, count, isMore }) => (
          <li key={kind} className="hover:bg-raised relative flex items-center gap-3 px-4 py-2.5">
            <Icon name={todayIcons[kind]} className="text-muted size-4.5" />
            <Link to={to} className="min-w-0 grow font-medium no-underline after:absolute after:inset-0">
              {say(kind)}
            </Link>
            <span className="tabular-nums font-medium">
              {isMore ? say("atLeast", { count }) : formatCount(count, language)}
            </span>
            <Icon name="next" className="text-muted size-4 rtl:rotate-180" />
          </li>
        ))}
        {findings > 0 ? (
          <li className="px-4 py-2.5">
            <Link to="/admin/payment-findings">{say("findings", { count: findings })}</Link>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
