import type { Context } from "#kit/context.ts"
import { type NumberedSeries, type TakenNumber, takeNumbers } from "./take-numbers.ts"

/** The next number, with its date. */
export async function takeNumber(ctx: Context, of: NumberedSeries): Promise<TakenNumber> {
  const [taken] = await takeNumbers(ctx, of, 1)
  if (!taken) throw new Error("One number was asked for and none was given.")
  return taken
}
