import { z } from "zod"

/**
 * Text with structure and no markup: what is written is shown, never run. Pages draw it block by block, so there is no
 * HTML anywhere that would have to be cleaned.
 */
export const spanShape = z.object({
  text: z.string().max(4_000),
  isBold: z.boolean().optional(),
  isItalic: z.boolean().optional(),
  isCode: z.boolean().optional(),
  /** An address of the web, of a mailbox, or of this shop ("/portal/services"); nothing that could be run. */
  href: z
    .string()
    .max(500)
    .regex(/^(https?:\/\/|mailto:|\/(?![/\\]))[^\s\\]+$/)
    .optional(),
})

const spans = z.array(spanShape).max(200)

export const blockShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), spans }),
  z.object({ kind: z.literal("heading"), spans }),
  z.object({ kind: z.literal("list"), isOrdered: z.boolean(), items: z.array(spans).min(1).max(100) }),
  z.object({ kind: z.literal("code"), text: z.string().max(8_000) }),
])

export const richTextShape = z.array(blockShape).max(200)

export type Span = z.infer<typeof spanShape>
export type Block = z.infer<typeof blockShape>
