/**
 * What one transaction has looked up and will not see otherwise, so that it is asked once. It ends with the
 * transaction; outside of one everything is asked anew.
 */
const memos = new WeakMap<object, Map<string, Promise<unknown> | typeof WRITTEN>>()

/** Written here: what a later look gives may still be taken back by a savepoint, so it is never kept again. */
const WRITTEN = Symbol("written")

export function openMemo(db: object): void {
  memos.set(db, new Map())
}

export function closeMemo(db: object): void {
  memos.delete(db)
}

/** Only for what changes through its own operation alone; that one calls `forget`. */
export function remember<Value>(db: object, key: string, look: () => Promise<Value>): Promise<Value> {
  const memo = memos.get(db)
  const known = memo?.get(key)
  if (!memo || known === WRITTEN) return look()
  if (known) return known as Promise<Value>
  const found = look()
  memo.set(key, found)
  return found
}

export function forget(db: object, key: string): void {
  memos.get(db)?.set(key, WRITTEN)
}
