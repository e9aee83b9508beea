import { formatInstant } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { useTimeZone } from "../../use-root.ts"
import { words } from "./second-factor.words.ts"
import type { StaffPolicy } from "./staff.ts"

/** What the shop asks of the reader, and until when it waits: a postponement must be seen to be one. */
export function SecondFactorBanner({
  policy,
}: {
  policy: Pick<StaffPolicy, "standing" | "secondFactorFrom"> | null
}) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  if (!policy || policy.standing === "there") return null
  const { standing, secondFactorFrom } = policy
  const at = secondFactorFrom ? formatInstant(secondFactorFrom, language, timeZone) : ""
  const text = { waived: say("waived"), postponed: say("postponed", { at }), needed: say("neededNow") }[
    standing
  ]
  const tone =
    standing === "needed" ? "bg-bad-soft text-bad border-bad" : "bg-warn-soft text-warn border-warn"
  return <p className={`border-b px-4 py-1.5 text-center text-sm ${tone}`}>{text}</p>
}
