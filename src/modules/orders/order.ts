import type { orderStates } from "./contract.ts"

export type OrderState = (typeof orderStates)[number]

/** What may follow what. The server's guard and the page's buttons read the same table. */
export const orderMoves: Readonly<Record<OrderState, readonly OrderState[]>> = {
  awaiting_payment: ["paid", "awaiting_approval", "withdrawn"],
  awaiting_approval: ["paid", "rejected"],
  /** Rejected even after the money came: only while nothing of it stands (its building was taken back). */
  paid: ["delivered", "rejected"],
  delivered: [],
  rejected: [],
  withdrawn: [],
}

export function canMove(from: OrderState, to: OrderState): boolean {
  return orderMoves[from].includes(to)
}

/** The eight last characters of the id: 40 random bits, short enough to read over the phone. */
export function orderNumber(orderId: string): string {
  return `O-${orderId.slice(-8).toUpperCase()}`
}

/** Second and later pieces of one line get their own host name: web.example.com, web-2.example.com. */
export function pieceHostname(hostname: string, piece: number): string {
  if (piece === 1) return hostname
  const [first = "", ...rest] = hostname.split(".")
  return [`${first.slice(0, 60)}-${piece}`, ...rest].join(".")
}

/** The version of the terms the shop shows; kept with each order as what was agreed. */
export const TERMS_VERSION = "2026-11-01"
