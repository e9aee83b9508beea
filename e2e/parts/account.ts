import { words as identityWords } from "#web/storefront/identity/words.ts"
import { signIn } from "../browser.ts"
import { examine, type Person, type Shopper } from "./shopper.ts"

interface ListedMail {
  readonly id: string
  readonly recipients: readonly string[]
}

/** The link in a mail to this address that leads to one of the shop's pages, once the mail has come. */
export async function findMailedLink({ page, url }: Shopper, email: string, path: string): Promise<string> {
  const { request } = page.context()
  for (let round = 0; round < 100; round++) {
    const answer = await request.get(`${url}/sandbox/mailbox/control/mails`)
    const { items } = (await answer.json()) as { items: ListedMail[] }
    for (const { id } of items.filter((mail) => mail.recipients.includes(email))) {
      const looked = await (await request.get(`${url}/sandbox/mailbox/${id}`)).text()
      const found = new RegExp(`https?://[^\\s"<]+${path}\\?token=[\\w.]+`).exec(looked)?.[0]
      if (found) return found
    }
    await page.waitForTimeout(100)
  }
  throw new Error(`No mail to ${email} leads to ${path}.`)
}

/** From the mail over the confirmation to the sign-in; and back to the page where it began. */
export async function confirmAndSignIn(shopper: Shopper, person: Person): Promise<void> {
  const { page, url, language } = shopper
  const began = page.url()
  await page.goto(await findMailedLink(shopper, person.email, "/confirm"))
  await examine(shopper)
  await page.getByLabel(identityWords[language].password, { exact: true }).fill(person.password)
  await page.getByRole("button", { name: identityWords[language].confirm, exact: true }).click()
  await page.getByRole("link", { name: identityWords[language].toSignIn }).waitFor()
  await examine(shopper)
  await signIn(page, url, person)
  await page.goto(began)
}
