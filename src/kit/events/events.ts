import type { z } from "zod"
import type { Context } from "../context.ts"

/** Something that happened, past tense: `invoice.issued`. Its data are ids and plain values, never rows. */
export interface EventKind<Name extends string = string, Data = unknown> {
  readonly name: Name
  readonly data: z.ZodType<Data>
}

export function defineEvent<Name extends string, Data>(
  name: Name,
  data: z.ZodType<Data>,
): EventKind<Name, Data> {
  return { name, data }
}

/** What a later module does about an earlier one's event. Runs once, in a transaction of its own. */
export interface Reaction<Data = unknown> {
  /** Named for the log and the delivery row: "billing.issue-invoice-on-payment". Never renamed lightly. */
  readonly name: string
  readonly to: EventKind<string, Data>
  /** Declared as a method, so that reactions to different events fit into one list. */
  react(ctx: Context, data: Data, event: { readonly id: string }): Promise<void>
}

export function defineReaction<Data>(reaction: Reaction<Data>): Reaction<Data> {
  return reaction
}
