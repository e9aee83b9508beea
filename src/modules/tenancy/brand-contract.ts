import { z } from "zod"
import { contract } from "#kit/contract.ts"

export const brandPictures = ["logo", "favicon"] as const
export type BrandPicture = (typeof brandPictures)[number]

const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)
const colours = z.object({ accent: colour, surface: colour, ink: colour })
export const themeShape = z.object({ light: colours, dark: colours })

export const brandShape = z.object({
  theme: themeShape.nullable(),
  senderName: z.string().nullable(),
  senderAddress: z.string().nullable(),
  logo: z.string().nullable(),
  favicon: z.string().nullable(),
})

export const brandWish = z.object({
  theme: themeShape.nullable(),
  senderName: z.string().trim().max(80).nullable(),
  senderAddress: z.email().max(254).nullable(),
})

const tags = ["shop"]
const kind = z.enum(brandPictures)

export const brandContract = {
  get: contract
    .route({ method: "GET", path: "/brand", tags, summary: "How the shop looks, for its staff" })
    .output(brandShape),
  css: contract
    .route({ method: "GET", path: "/brand/css", tags, summary: "Its colours as a style sheet" })
    .output(z.object({ css: z.string() })),
  picture: contract
    .route({ method: "GET", path: "/brand/pictures", tags, summary: "Its logo or favicon, in base64" })
    .input(z.object({ kind }))
    .output(z.object({ contentType: z.string(), content: z.string() })),
  save: contract
    .route({ method: "PUT", path: "/brand", tags, summary: "Change its colours and who its mails come from" })
    .input(brandWish)
    .output(brandShape),
  savePicture: contract
    .route({ method: "PUT", path: "/brand/pictures", tags, summary: "Another logo or favicon" })
    .input(z.object({ kind, content: z.base64().max(400_000) }))
    .output(brandShape),
  removePicture: contract
    .route({ method: "DELETE", path: "/brand/pictures", tags, summary: "Do without it" })
    .input(z.object({ kind }))
    .output(brandShape),
}
