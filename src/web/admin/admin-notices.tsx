import { Link, useLocation } from "react-router"
import type { PageServices } from "../api-context.ts"
import { useWords } from "../i18n/use-words.ts"
import { Notice } from "../ui/notice.tsx"
import { words } from "./admin-notices.words.ts"

export interface AdminNoticesProps {
  /** Operations that wait for a person, and whether there are more than were counted. */
  readonly stuck: number
  readonly isMore: boolean
  /** Until when whoever reads may do without a second factor. */
  readonly waitsUntil: string | null
  readonly closure: PageServices["closure"]
  readonly closedBecause: string | null
}

/** Above every page of staff. */
export function AdminNotices(props: AdminNoticesProps) {
  return (
    <>
      <SuspendedBanner {...props} />
      <SecondFactorNotice {...props} />
      <StuckBanner {...props} />
    </>
  )
}

/** Why visitors see nothing, for those who are asked about it. */
function SuspendedBanner({ closure, closedBecause }: AdminNoticesProps) {
  const say = useWords(words)
  if (closure === null) return null
  return (
    <Notice tone="bad">
      {say(closure === "closed" ? "suspendedClosed" : "suspendedReadOnly")} {closedBecause}
    </Notice>
  )
}

/** A postponement must be seen to be one: where each day begins, and not above all other work. */
function SecondFactorNotice({ waitsUntil: at }: AdminNoticesProps) {
  const say = useWords(words)
  const isOverview = useLocation().pathname.replace(/\/$/, "").endsWith("/admin")
  if (at === null || !isOverview) return null
  return (
    <Notice tone="warn">
      <span className="flex flex-wrap gap-x-4 gap-y-1">
        <Link className="underline" to="/portal/security">
          {say("unsecured", { at })}
        </Link>
        <Link className="underline" to="/admin/second-factor/later" reloadDocument>
          {say("later")}
        </Link>
      </span>
    </Notice>
  )
}

/** On every page of staff: work that nobody looks at is how a paid order is forgotten. */
function StuckBanner({ stuck, isMore }: AdminNoticesProps) {
  const say = useWords(words)
  if (stuck === 0) return null
  return (
    <Notice tone="bad">
      {say(isMore ? "stuckMany" : "stuck", { count: stuck })}{" "}
      <Link className="underline" to="/admin/operations?state=stuck">
        {say("seeStuck")}
      </Link>
    </Notice>
  )
}
