/** A living Hostwell owns this database. The words name it, so whoever started a second one finds the first. */
export class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning"
  readonly pid: number | undefined

  constructor(pid: number | undefined) {
    super(`Hostwell is already running here${pid ? ` (process ${pid})` : ""}.`)
    this.pid = pid
  }
}

/** The message is a sentence for a person: what happened and what to do. */
export class PostgresFailure extends Error {
  override readonly name = "PostgresFailure"
}
