import type { BulkChoice } from "#desk"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import type { SuspensionReason } from "#provisioning"

/** What people suspend for. The other reasons have owners: unpaid is billing's, a pause and a wish the customer's. */
const staffReasons = {
  abuse: { en: "Report of abuse", ko: "이용약관 위반 신고" },
  fraud: { en: "Payment is being checked", ko: "결제 확인 중" },
  authority: { en: "Ordered by an authority", ko: "관계 기관 요청" },
} as const satisfies Partial<Record<SuspensionReason, Say>>

type StaffReason = keyof typeof staffReasons

export async function staffReasonChoices({ language }: Context): Promise<BulkChoice[]> {
  return Object.entries(staffReasons).map(([value, say]) => ({ value, label: say[language] }))
}

/** What was chosen was one of the choices; a row that says otherwise is nobody's doing. */
export function asStaffReason(choice: string): StaffReason {
  if (!Object.hasOwn(staffReasons, choice)) throw new Error(`"${choice}" is no reason of staff's.`)
  return choice as StaffReason
}
