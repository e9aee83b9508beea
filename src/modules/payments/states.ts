export const endpointStates = ["enabled", "disabled"] as const

/** received → processed; unreadable and unmatched wait for a person. */
export const noticeStates = ["received", "processed", "unmatched", "unreadable"] as const
export type NoticeState = (typeof noticeStates)[number]

/** Withdrawn: its payer had the money from their bank before it was sent. */
export const refundStates = ["wanted", "done", "failed", "withdrawn"] as const
export type RefundState = (typeof refundStates)[number]

/** Of a dispute with a card's bank: it holds the money, gave it back to us, or to its holder. */
export const disputeStates = ["open", "won", "lost"] as const

/** Why money goes back. */
export const refundReasons = ["already_paid", "withdrawn", "too_little", "requested"] as const
export type RefundReason = (typeof refundReasons)[number]
