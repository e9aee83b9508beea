import type { Company } from "./company.ts"

export interface ReadMail {
  readonly subject: string
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly content: Buffer }[]
}

/** Opens what lies in the stand-in's mailbox for this address, oldest first, through the mailbox's own pages. */
export async function readMails(company: Company, address: string): Promise<ReadMail[]> {
  const { default: PostalMime } = await import("postal-mime")
  const answer = await company.request("/sandbox/mailbox/control/mails")
  const { items } = (await answer.json()) as { items: { id: string; recipients: string[] }[] }
  const mine = items.filter((mail) => mail.recipients.includes(address)).reverse()
  return Promise.all(
    mine.map(async ({ id }) => {
      const source = await company.request(`/sandbox/mailbox/${id}/source`)
      const mail = await PostalMime.parse(await source.arrayBuffer())
      return {
        subject: mail.subject ?? "",
        text: mail.text ?? "",
        attachments: mail.attachments.map((one) => ({
          name: one.filename ?? "",
          content: Buffer.from(one.content as ArrayBuffer),
        })),
      }
    }),
  )
}
