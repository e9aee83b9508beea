import { z } from "zod"
import type { Language } from "#kit/refusal.ts"

const languages = ["en", "ko"] as const

/** What is written otherwise in another language: "홍길동" stands on Korean pages, "Hong Gil-dong" on English ones. */
const sellerWordsShape = z.object({
  legalName: z.string(),
  representative: z.string(),
  addressLines: z.array(z.string()),
  phone: z.string(),
})

/** Who is behind the shop: what the law wants in every footer and on every paper. */
export const sellerShape = z.object({
  legalName: z.string(),
  representative: z.string(),
  addressLines: z.array(z.string()),
  country: z.string().length(2),
  registrationNumber: z.string(),
  taxId: z.string(),
  mailOrderNumber: z.string().nullable(),
  email: z.string(),
  phone: z.string(),
  /** As its pages in a language show it; what is empty or absent there is as above. */
  translations: z.partialRecord(z.enum(languages), sellerWordsShape).optional(),
})

const line = z.string().trim().max(160)

export const sellerWish = z.object({
  name: z.string().trim().min(1).max(80),
  legalName: z.string().trim().min(1).max(160),
  representative: line,
  addressLines: z.array(line).max(6),
  country: z.string().regex(/^[A-Z]{2}$/),
  registrationNumber: z.string().trim().max(40),
  taxId: z.string().trim().max(40),
  mailOrderNumber: z.string().trim().max(60).nullable(),
  email: z.email().max(254),
  phone: z.string().trim().max(40),
  translations: z
    .partialRecord(
      z.enum(languages),
      z.object({
        legalName: line,
        representative: line,
        addressLines: z.array(line).max(6),
        phone: z.string().trim().max(40),
      }),
    )
    .optional(),
})

interface Written {
  readonly legalName: string
  readonly representative: string
  readonly addressLines: readonly string[]
  readonly phone: string
}

/** As a reader of that language is shown it: what wasn't written for them is what stands on the papers. */
export function sellerIn<Seller extends Written>(
  seller: Seller & { readonly translations?: Partial<Record<Language, Written>> | undefined },
  language: Language,
): Seller {
  const own = seller.translations?.[language]
  if (!own) return seller
  return {
    ...seller,
    legalName: own.legalName || seller.legalName,
    representative: own.representative || seller.representative,
    addressLines: own.addressLines.length > 0 ? [...own.addressLines] : seller.addressLines,
    phone: own.phone || seller.phone,
  }
}
