/** How often one paper is mailed again on one day: whoever clicks more often should ask whether the address is right. */
export const MOST_A_DAY = 3

/** Mails that bring an invoice the first time, each with its own words. */
const firstTime = ["payment-receipt", "invoice-sent", "invoice-corrected"] as const

/** Under which keys mails about a paper were written. */
export function mailKeysOf(
  paper: { readonly invoiceId: string } | { readonly creditNoteId: string },
): string[] {
  if ("creditNoteId" in paper) return [`credit-note:${paper.creditNoteId}`, againKey(paper.creditNoteId)]
  return [...firstTime.map((words) => `${words}:${paper.invoiceId}`), againKey(paper.invoiceId)]
}

/** Of a paper that is sent again; each time has an id of its own behind it. */
export function againKey(paperId: string): string {
  return `paper-copy:${paperId}`
}

/** How often it was sent again since then: a time is one, however many read along. */
export function countTimes(
  paperId: string,
  mails: readonly { readonly key: string; readonly createdAt: Temporal.Instant }[],
  since: Temporal.Instant,
): number {
  const begin = `${againKey(paperId)}:`
  const today = mails.filter(
    ({ key, createdAt }) => key.startsWith(begin) && Temporal.Instant.compare(createdAt, since) >= 0,
  )
  return new Set(today.map(({ key }) => key.slice(begin.length).split(":")[0])).size
}
