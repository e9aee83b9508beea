/** The API's streams begin with the present state; a page that is only read needs no more than that. */
export async function firstOfStream<Value>(
  open: (signal: AbortSignal) => Promise<AsyncIterator<Value>>,
): Promise<Value | null> {
  // What waits for its next news answers nobody: only this ends it at once.
  const over = new AbortController()
  const stream = await open(over.signal)
  try {
    const first = await Promise.race([stream.next(), after(1_500)])
    return first === undefined || first.done ? null : first.value
  } finally {
    over.abort()
    void Promise.resolve(stream.return?.()).catch(() => {})
  }
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined))
}
