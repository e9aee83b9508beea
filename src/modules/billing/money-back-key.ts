/** Under which the money of a credit note goes back. */
export function refundKeyOf(creditNoteId: string): string {
  return `credit:${creditNoteId}`
}
