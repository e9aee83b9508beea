import type { Company } from "#app/testing/company.ts"
import { readMails } from "./mails.ts"

/** The newest mail to an address, once everything that was under way has arrived. */
export async function lastMail(company: Company, to: string): Promise<{ subject: string; text: string }> {
  await company.settle({ within: { seconds: 0 } })
  const [newest] = (await readMails(company, to)).toReversed()
  if (!newest) throw new Error(`There is no mail to ${to}.`)
  return newest
}

/** The secret in the newest mail's link to a page. */
export async function tokenFor(company: Company, to: string, page: string): Promise<string> {
  const { text } = await lastMail(company, to)
  const link = text.split(/\s/).find((word) => word.includes(`${page}?token=`))
  if (!link) throw new Error(`No link to ${page} in: ${text}`)
  return new URL(link).searchParams.get("token") ?? ""
}
