import { z } from "zod"
import { idText, instantText, moneyShape, pageInput } from "#kit/contract.ts"

export const momentKinds = [
  "order",
  "payment",
  "document",
  "service",
  "mail",
  "sign_in",
  "consent",
  "note",
  "staff",
] as const

/** One thing that was said or done. */
export const momentShape = z.object({
  id: z.string(),
  at: instantText,
  kind: z.enum(momentKinds),
  /** What of that kind: "placed", "settled", "activated"; of an act its name in the audit. */
  what: z.string(),
  /** The order, attempt, document, service, mail or note; of an act, what it was about. */
  subjectId: z.string(),
  /** Its number, host name or subject: whatever names it. */
  title: z.string().nullable(),
  /** What else there is to say: a state, a device, a note's text, an act's reason. */
  detail: z.string().nullable(),
  amount: moneyShape.nullable(),
  /** Who did it, where somebody did. */
  by: z.string().nullable(),
})

export const timelineInput = pageInput.extend({ id: idText, kind: z.enum(momentKinds).optional() })
