import type { z } from "zod"
import { toWire } from "#kit/money.ts"
import type { creditNoteShape } from "./credit-note-contract.ts"
import type { CreditNote } from "./credit-note-rows.ts"

export function describeCreditNote(note: CreditNote): z.infer<typeof creditNoteShape> {
  return {
    id: note.id,
    number: note.number,
    issuedOn: note.issuedOn.toString(),
    invoiceId: note.invoiceId,
    cause: note.cause,
    net: toWire(note.net),
    tax: toWire(note.tax),
    total: toWire(note.total),
  }
}
