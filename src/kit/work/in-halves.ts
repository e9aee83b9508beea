import type { Context } from "../context.ts"
import { inSavepoint } from "./in-savepoint.ts"

export interface LeftOut<Item = string> {
  readonly item: Item
  readonly error: Error
}

export interface Halved<Result, Item = string> {
  readonly done: readonly Result[]
  /** These can't be done; nothing of them is written. Whoever asked names them. */
  readonly leftOut: readonly LeftOut<Item>[]
}

/**
 * Does many by the same few statements. Where they can't be done together, each half by itself, until it is known which
 * one it is: that one is left out and all others are done. `body` writes to the database only, and may be called again
 * for a part of what it was called for.
 */
export async function inHalves<Result, Item = string>(
  ctx: Context,
  items: readonly Item[],
  body: (part: readonly Item[]) => Promise<readonly Result[] | void>,
): Promise<Halved<Result, Item>> {
  if (items.length === 0) return { done: [], leftOut: [] }
  let done: readonly Result[] = []
  const error = await inSavepoint(ctx, async () => {
    done = (await body(items)) ?? []
  })
  if (!error) return { done, leftOut: [] }
  const [item] = items
  if (items.length === 1 && item !== undefined) return { done: [], leftOut: [{ item, error }] }
  const middle = Math.floor(items.length / 2)
  const first = await inHalves(ctx, items.slice(0, middle), body)
  const second = await inHalves(ctx, items.slice(middle), body)
  return {
    done: [...first.done, ...second.done],
    leftOut: [...first.leftOut, ...second.leftOut],
  }
}
