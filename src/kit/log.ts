/** The few levels we use; pino behind it. Fields first, words second. */
export interface Log {
  debug(fields: object, words?: string): void
  info(fields: object, words?: string): void
  warn(fields: object, words?: string): void
  error(fields: object, words?: string): void
  child(fields: object): Log
}

/** Marks a line's fields: nothing in them came from outside but what has been cleaned already. */
const CLEAN = Symbol("clean")

/** Fields that a log need not look through for secrets: the line of each request, where that is a third of its price. */
export function cleanFields<Fields extends object>(fields: Fields): Fields {
  const marked: Fields & { [CLEAN]?: true } = fields
  marked[CLEAN] = true
  return marked
}

export function areClean(fields: object): boolean {
  return CLEAN in fields
}

export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLog,
}

/** A child that is made when it has something to say: most requests have nothing. */
export function childLater(log: Log, fields: object): Log {
  let made: Log | undefined
  const child = () => (made ??= log.child(fields))
  return {
    debug: (given, words) => child().debug(given, words),
    info: (given, words) => child().info(given, words),
    warn: (given, words) => child().warn(given, words),
    error: (given, words) => child().error(given, words),
    child: (more) => childLater(log, { ...fields, ...more }),
  }
}
