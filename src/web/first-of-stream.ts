/** The API's streams begin with the present state; a page that is only read needs no more than that. */
export async function firstOfStream<Value>(open: () => Promise<AsyncIterator<Value>>): Promise<Value | null> {
  const stream = await open()
  try {
    const first = await Promise.race([stream.next(), after(1_500)])
    return first === undefined || first.done ? null : first.value
  } finally {
    // Not awaited: a stream that is waiting for its next event answers `return` only then.
    void Promise.resolve(stream.return?.()).catch(() => {})
  }
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined))
}
