export const endpointStates = ["enabled", "disabled"] as const

/** received → processed; unreadable and unmatched wait for a person. */
export const noticeStates = ["received", "processed", "unmatched", "unreadable"] as const
export type NoticeState = (typeof noticeStates)[number]

/**
 * Withdrawn: its payer had the money from their bank before it was sent. Seen: it went back at the gateway's own
 * console and isn't booked yet; unclear: it can't be, and a person decides.
 */
export const refundStates = ["wanted", "done", "failed", "withdrawn", "seen", "unclear"] as const
export type RefundState = (typeof refundStates)[number]

/** What has gone, or is promised to go: nobody may promise it once more. */
export const takenRefundStates = ["wanted", "done", "seen", "unclear"] as const satisfies RefundState[]

/** Of a dispute with a card's bank: it holds the money, gave it back to us, or to its holder. */
export const disputeStates = ["open", "won", "lost"] as const

/** Why money goes back. */
export const refundReasons = ["already_paid", "withdrawn", "too_little", "requested", "at_gateway"] as const
export type RefundReason = (typeof refundReasons)[number]
