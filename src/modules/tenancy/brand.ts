import type { Theme } from "#kit/theme.ts"

/** How a shop looks and who its mails come from; what is absent is the house's own. */
export interface Brand {
  readonly theme: Theme | null
  readonly senderName: string | null
  readonly senderAddress: string | null
  /** The content's hash, part of the address: a new picture is seen at once, an old one kept for ever. */
  readonly logo: string | null
  readonly favicon: string | null
}

export const plainBrand: Brand = {
  theme: null,
  senderName: null,
  senderAddress: null,
  logo: null,
  favicon: null,
}

/** A logo is shown some 200 pixels wide; this is plenty for twice the density. */
export const MOST_PICTURE_BYTES = 200_000

/** By what the bytes say. No SVG: it is a document that can run scripts in the shop's own name. */
export function pictureTypeOf(bytes: Uint8Array): "image/png" | "image/jpeg" | "image/webp" | undefined {
  const starts = (at: number, ...values: number[]) =>
    values.every((value, index) => bytes[at + index] === value)
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png"
  if (starts(0, 0xff, 0xd8, 0xff)) return "image/jpeg"
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return "image/webp"
  return undefined
}
