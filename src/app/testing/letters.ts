import type { Company } from "./company.ts"
import { readMails } from "./read-mails.ts"

/** The mail with this subject, once everything that was under way has arrived. */
export async function mailAbout(company: Company, to: string, subject: string): Promise<string> {
  await company.settle({ within: { seconds: 0 } })
  const mails = await readMails(company, to)
  const found = mails.findLast((mail) => mail.subject === subject)
  if (!found) throw new Error(`Of ${mails.map((mail) => mail.subject).join(", ")} none is ${subject}.`)
  return found.text
}

/** The secret in the newest link to a page that was mailed to the address. */
export async function tokenFor(company: Company, to: string, page: string): Promise<string> {
  await company.settle({ within: { seconds: 0 } })
  const words = (await readMails(company, to)).flatMap(({ text }) => text.split(/\s/))
  const link = words.findLast((word) => word.includes(`${page}?token=`))
  if (!link) throw new Error(`No link to ${page} was mailed to ${to}.`)
  return new URL(link).searchParams.get("token") ?? ""
}
