import type { Clock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import type { Language, Say } from "#kit/refusal.ts"

export interface ClockPageOptions {
  readonly database: Database
  readonly clock: Clock
  /** "/sandbox/clock" */
  readonly basePath: string
  readonly languageOf: (headers: Headers) => Language
  /** In whose zones days begin; the first is the one that is shown. */
  listZones(): Promise<readonly string[]>
  /** Begins to play the days up to then, or says why not. */
  begin(to: Temporal.Instant): Promise<Say | undefined>
  /** Words for why a move was cut short. */
  sayProblem(code: string): Say
  /** This process knows of the last move. */
  refresh(): Promise<void>
}
