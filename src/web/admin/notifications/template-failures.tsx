import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { Template } from "./templates.ts"
import { words } from "./templates.words.ts"

/** Words that were tried and failed all the same at a mail's own data: no mail was lost, and somebody should know. */
export function TemplateFailures({ failures }: { failures: Template["failures"] }) {
  const say = useWords(words)
  if (failures.length === 0) return null
  return (
    <Banner tone="warn">
      {say("failed")}
      <ul className="mt-1 list-disc ps-5">
        {failures.map(({ messageId, why, at }) => (
          <li key={messageId}>
            <Link className="underline" to={`/admin/mails/${messageId}`}>
              <Moment at={at} />
            </Link>{" "}
            <span className="break-words">{why}</span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
