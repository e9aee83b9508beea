import type { ApiClient } from "../../api-context.ts"
import type { Language } from "../../i18n/languages.ts"
import { sayAct } from "../audit/acts.ts"
import { saySubject } from "../audit/subjects.ts"
import type { Timeline } from "./timeline-list.tsx"

/** What staff and the house did, and what it was about, is told by the audit, whose words no browser loads. */
export function sayTimeline(
  page: Awaited<ReturnType<ApiClient["customers"]["timeline"]>>,
  language: Language,
): Timeline {
  return {
    ...page,
    items: page.items.map((one) => ({
      ...one,
      said: sayAct(one.what, language),
      thing: saySubject(one.subjectId, language),
    })),
  }
}
