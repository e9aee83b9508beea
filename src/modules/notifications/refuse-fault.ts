import type { WordsFault } from "./check-words.ts"
import { notificationRefusals } from "./errors.ts"

/** At the field it is about, in the words of whoever has to put it right. */
export function refuseFault(fault: WordsFault | undefined): void {
  if (!fault) return
  notificationRefusals.refuse(`notifications.${fault.code}`, fault.facts, { field: `words/${fault.field}` })
}
