import type { SQL } from "drizzle-orm"
import { sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import type { Say } from "../refusal.ts"

/** Whom a request for their data is about, in every form in which rows may name them. */
export interface DataSubject {
  readonly personId: string
  /** Accounts that are theirs alone: these come and go with them. An account with other members does not. */
  readonly accountIds: readonly string[]
  /** In lower case: their own, and those of their accounts. */
  readonly emails: readonly string[]
  /** Names, addresses and numbers as they are written, for texts that know no id. */
  readonly texts: readonly string[]
  /** What durable work may have been about: services, attempts, messages. */
  readonly workIds: readonly string[]
}

/** What becomes of a table's rows when the person asks to be forgotten. */
export type Erasure =
  | { readonly kind: "deleted" }
  /** The row stays, because others point at it; what it says about the person does not. */
  | { readonly kind: "blanked"; readonly set: Readonly<Record<string, SQL | string | null>> }
  /** By a rule of the retention table, or because it says nothing about anybody: why stands beside it. */
  | { readonly kind: "kept"; readonly because: string; readonly rule?: string }
  /** A way of its own; may run twice. Answers how many rows it changed. */
  | { readonly kind: "redacted"; by(ctx: Context, subject: DataSubject): Promise<number> }

/** One table that holds something about people. */
export interface PersonalTable {
  /** "identity.people" */
  readonly table: string
  readonly title: Say
  /** Tells two entries about one table apart. */
  readonly part?: string
  /** Which of its rows are about the subject; read without an alias. */
  rows(subject: DataSubject): SQL
  /** Columns that are not handed out: secrets, hashes, our own machinery. */
  readonly leftOut?: readonly string[]
  /** Why none of it is handed out. */
  readonly withheld?: string
  /** Its ids are what durable work is about. */
  readonly isWorkedOn?: boolean
  readonly erasure: Erasure
}

/** Something that stands against forgetting somebody now: a server that runs, money that is owed. */
export interface Obstacle {
  readonly kind: ObstacleKind
  /** What to look at: "svc_…", "prq_…". */
  readonly id: string
  /** As its owner knows it: a host name, a number. */
  readonly name: string
}

export const obstacleKinds = [
  "service",
  "payment-request",
  "order",
  "payment",
  "operation",
  "team",
  "staff",
] as const
export type ObstacleKind = (typeof obstacleKinds)[number]

/**
 * A module's word on the personal data it holds: every table, what is handed out of it and what is erased, in the
 * order in which erasing has to go. A test compares all of them with the database's own catalogue.
 */
export interface PersonalDataHolder {
  readonly module: string
  readonly tables: readonly PersonalTable[]
  listObstacles?(ctx: Context, subject: DataSubject): Promise<readonly Obstacle[]>
}

export function defineHolder(holder: PersonalDataHolder): PersonalDataHolder {
  return holder
}

/** `column` is one of the texts; no texts, no rows. */
export function isOneOf(column: string, texts: readonly string[]): SQL {
  return sql`${sql.identifier(column)} = any(${sql.param([...texts])}::text[])`
}

/** The same for addresses, which people write as they like. */
export function isAddressOf(column: string, emails: readonly string[]): SQL {
  return sql`lower(${sql.identifier(column)}) = any(${sql.param([...emails])}::text[])`
}
