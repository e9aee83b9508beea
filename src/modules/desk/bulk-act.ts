import type { Permission } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"

/** Something that can be done with many things at once, one after the other. The program puts the list together. */
export interface BulkAct {
  /** "invoices.write-off": the list whose rows it is for, and what. Stays what it is, for runs remember it. */
  readonly name: `${BulkList}.${string}`
  readonly say: Say
  /** What will happen to each of them, said before anything does. */
  readonly warns: Say
  /** Asked for when it starts; each single act is done with it, in the name of whoever started it. */
  readonly permission: Permission
  readonly needsReason: boolean
  /** It can't be taken back, or somebody loses something by it. */
  readonly isGrave?: true
  /** Among "all that match" it is for these alone: what the list's own address would ask for. */
  readonly only?: Readonly<Record<string, string>>
  /** One of these has to be chosen for all of them. */
  readonly choices?: (ctx: Context) => Promise<readonly BulkChoice[]>
  run(ctx: Context, subjectId: string, said: BulkSaid): Promise<void>
}

/** The lists of the admin whose rows can be ticked: also where the page of one of them is. */
export type BulkList = "operations" | "invoices" | "requests" | "coupons" | "customers" | "services"

export interface BulkChoice {
  readonly value: string
  readonly label: string
}

/** What was said of all of them when the run began. */
export interface BulkSaid {
  readonly runId: string
  readonly reason: string
  /** Empty where the act has nothing to choose. */
  readonly choice: string
}

export type BulkActs = ReadonlyMap<string, BulkAct>
