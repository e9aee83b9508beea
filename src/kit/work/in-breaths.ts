/** Less than half a millisecond. */
const IN_ONE_BREATH = 3

/** One after the other; after every few of them whoever waits for an answer of the database gets their turn. */
export async function inBreaths<Item, Result>(
  items: readonly Item[],
  reckon: (item: Item) => Result,
): Promise<Result[]> {
  const all: Result[] = []
  for (const [index, item] of items.entries()) {
    if (index % IN_ONE_BREATH === IN_ONE_BREATH - 1) await takeBreath()
    all.push(reckon(item))
  }
  return all
}

export function takeBreath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
