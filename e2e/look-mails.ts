import { join } from "node:path"
import {
  type Browser,
  findAxeViolations,
  findOverflow,
  openVisitor,
  type Page,
  type SignInWords,
  signIn,
} from "./browser.ts"

export interface MailShot {
  readonly file: string
  readonly role: "mail"
  readonly path: string
  readonly trouble: readonly string[]
}

interface MailLook {
  readonly baseUrl: string
  readonly operator: SignInWords
  readonly folder: string
  readonly only?: RegExp | undefined
}

const PHONE = { width: 390, height: 844 }

/** A mail is read within a program that has headings and landmarks of its own. */
const OF_PAGES = ["region", "landmark-one-main", "page-has-heading-one"]

const LOOKS = (["en", "ko"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((look) => ({ language, look })),
)

/** Every mail with its sample data, as a phone shows it: in both languages, light and dark. */
export async function lookAtMails(browser: Browser, options: MailLook): Promise<MailShot[]> {
  const { baseUrl, folder, only } = options
  const visitor = await openVisitor(browser, { viewport: PHONE, reducedMotion: "reduce" })
  const { page } = visitor
  await signIn(page, baseUrl, options.operator)
  await lookInto(page)
  const shots: MailShot[] = []
  for (const template of await listTemplates(page, baseUrl)) {
    for (const look of LOOKS) {
      const path = `${template}/preview?${new URLSearchParams(look)}`
      if (only && !only.test(path)) continue
      const before = visitor.complaints.length
      await page.goto(`${baseUrl}${path}`)
      const trouble = [...(await findOverflow(page)), ...(await findAxeViolations(page, OF_PAGES))]
      const name = template.split("/").at(-1)
      const file = `mail-${name}-${look.language}-${look.look}-390.png`
      await page.screenshot({ path: join(folder, file), fullPage: true })
      shots.push({ file, role: "mail", path, trouble: [...trouble, ...visitor.complaints.slice(before)] })
    }
  }
  await visitor.close()
  return shots
}

async function listTemplates(page: Page, baseUrl: string): Promise<string[]> {
  await page.goto(`${baseUrl}/admin/mail-templates`)
  return page
    .locator("main a[href^='/admin/mail-templates/']")
    .evaluateAll((elements) => elements.map((element) => element.getAttribute("href") ?? ""))
}

/** A preview lets nothing run in it, so nothing could look through it either: here alone that is left out. */
async function lookInto(page: Page): Promise<void> {
  await page.route("**/preview?*", async (route) => {
    const response = await route.fetch()
    const { "content-security-policy": _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
}
