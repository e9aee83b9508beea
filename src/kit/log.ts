/** The few levels we use; pino behind it. Fields first, words second. */
export interface Log {
  debug(fields: object, words?: string): void
  info(fields: object, words?: string): void
  warn(fields: object, words?: string): void
  error(fields: object, words?: string): void
  child(fields: object): Log
}

export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLog,
}
