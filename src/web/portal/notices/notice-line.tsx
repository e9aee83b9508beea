import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { NoticeBadges, type OwnNotice } from "../../ui/notice-badges.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./words.ts"

/** One of a list: unread ones are bold, and say so to whoever hears the page. */
export function NoticeLine({ notice }: { notice: OwnNotice }) {
  const say = useWords(words)
  return (
    <li className="hover:bg-raised rounded-box relative -mx-2 space-y-1 px-2 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <NoticeBadges {...notice} />
        {notice.isRead ? null : <span className="text-accent text-xs font-semibold">{say("unread")}</span>}
        <span className="text-muted text-xs">
          <Moment at={notice.publishedAt} />
        </span>
      </p>
      <Link
        to={`/portal/notices/${notice.id}`}
        className={`block break-words no-underline after:absolute after:inset-0 ${notice.isRead ? "" : "font-semibold"}`}
      >
        {notice.title}
      </Link>
      <p className="text-muted line-clamp-2 text-sm">{notice.preview}</p>
    </li>
  )
}
