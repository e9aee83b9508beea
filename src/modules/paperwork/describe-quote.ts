import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import { describeQuotes } from "./describe-quotes.ts"
import type { Quote } from "./quote.ts"
import type { quoteShape } from "./quote-contract.ts"

/** One of them: see `describeQuotes`. */
export async function describeQuote(ctx: Context, quote: Quote): Promise<z.infer<typeof quoteShape>> {
  const [described] = await describeQuotes(ctx, [quote])
  if (!described) throw new Error("One was given, and none was described.")
  return described
}
