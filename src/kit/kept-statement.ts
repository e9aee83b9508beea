import type { Transaction } from "./db.ts"

/** A query of drizzle's before it is sent, whatever it asks for. */
interface Preparable<Answer> {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<Answer> }
}

/**
 * A statement of a path that is walked often, put together once for each connection: that takes drizzle longer than
 * many an answer takes the database. What changes from call to call stands in it as `sql.placeholder`.
 */
export function keepStatement<Answer>(build: (db: Transaction) => Preparable<Answer>) {
  const kept = new WeakMap<Transaction, ReturnType<Preparable<Answer>["prepare"]>>()
  return (db: Transaction, values: Record<string, unknown>): Promise<Answer> => {
    const known = kept.get(db)
    if (known) return known.execute(values)
    const made = build(db).prepare(NO_NAME)
    kept.set(db, made)
    return made.execute(values)
  }
}

/** Names are given by use (prepared.ts), to these as to all others. */
const NO_NAME = undefined as unknown as string
