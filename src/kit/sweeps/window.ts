/** What a sweep of old rows looks at: never everything, never for ever. */
export interface ForgetWindow {
  /** Rows older than this are no rows of ours: a clock that ran wild must not empty a table from the wrong end. */
  readonly after: Temporal.Instant
  /** Rows from before then have been kept long enough. */
  readonly before: Temporal.Instant
  /** So many at once; the next round takes the rest. */
  readonly atMost: number
}
