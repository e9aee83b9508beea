import type { Context as HonoContext } from "hono"
import { z } from "zod"
import type { MerchantRow } from "./card-books.ts"
import type { CardCallKind } from "./card-faults.ts"
import type { CardBooks, CardOptions } from "./card-options.ts"

/** One call of the gateway's API: its name (faults go by it), where it is found, and what answers it. */
export interface CardCall {
  readonly kind: CardCallKind
  readonly method: "get" | "post"
  readonly path: string
  readonly answer: (options: CardOptions) => AnswerCall
}

export interface Answer {
  readonly status: 200 | 201 | 400 | 401 | 402 | 404 | 409
  readonly body: object
  /** Done, and whoever asked never hears of it. */
  readonly isSilent?: boolean
}

export interface Asked {
  readonly merchant: MerchantRow
  readonly c: HonoContext
  readonly body: string
}

export type AnswerCall = (books: CardBooks, asked: Asked) => Promise<Answer>

/** A whole number of the smallest unit, as text: "11000" is ₩11,000 and €110.00. */
export const minorText = z.string().regex(/^[1-9]\d{0,11}$/)

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON fits no schema: the caller is told so.
    return undefined
  }
}

export function problem(code: string, message: string, status: Answer["status"] = 400): Answer {
  return { status, body: { error: { code, message } } }
}
