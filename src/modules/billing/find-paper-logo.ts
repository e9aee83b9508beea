import type { Context } from "#kit/context.ts"
import { findKeptLogo } from "#tenancy"
import type { InvoiceContent } from "./invoice.ts"

/** The picture that an issued paper names, if it names one. */
export async function findPaperLogo(
  ctx: Context,
  { content }: { readonly content: string },
): Promise<Uint8Array | undefined> {
  const { brand } = JSON.parse(content) as InvoiceContent
  return brand?.logo ? findKeptLogo(ctx, brand.logo) : undefined
}
