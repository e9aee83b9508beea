import { SECOND_DEMO_TENANT, secondDemoPeople } from "../demo/demo-tenant.ts"
import type { Company } from "./company.ts"
import { insist } from "./oauth-abuse.ts"
import { readMails } from "./read-mails.ts"
import { type Asked, openSoftPasskey } from "./soft-passkey.ts"
import { openTwoShops, roleAt, type ShopDoor, signInAt, type TwoShops } from "./two-shops.ts"

/** What has to hold between two shops of one installation: plays it, and says what was seen. */
export interface ShopClaim {
  readonly name: string
  run(company: Company): Promise<string>
}

const EMAIL = "twice@example.com"
const passwords = { here: "a password of the first shop", there: "a password of the second" } as const

export const twoShopsClaims: readonly ShopClaim[] = [
  {
    name: "one e-mail address in two shops is two people",
    run: async (company) => {
      const shops = await openTwoShops(company)
      await joinBoth(shops)
      const { here, there } = shops
      const mine = { email: EMAIL, password: passwords.here }
      const theirs = { email: EMAIL, password: passwords.there }
      insist((await signInAt(here, theirs)) === undefined, "The second shop's password opens the first.")
      insist((await signInAt(there, mine)) === undefined, "The first shop's password opens the second.")
      const [one, other] = [await signInAt(here, mine), await signInAt(there, theirs)]
      insist(one !== undefined && other !== undefined, "Nobody comes in by their own password.")
      const [me, they] = [await personAt(here, one ?? ""), await personAt(there, other ?? "")]
      insist(me !== they, "Both shops have the same person.")
      return "two ids, two passwords; neither opens the other"
    },
  },
  {
    name: "links in mails lead into the shop that wrote them",
    run: async (company) => {
      const shops = await openTwoShops(company)
      const links = await joinBoth(shops)
      insist(links.here.startsWith(`${shops.hereUrl}/`), `The first shop mails ${links.here}.`)
      insist(links.there.startsWith(`${shops.thereUrl}/`), `The second shop mails ${links.there}.`)
      const json = {
        token: tokenIn(await askForReset(shops, shops.there)),
        password: "another long password",
      }
      const stray = await shops.here("/api/v1/password-resets", { method: "PUT", json })
      insist(!stray.ok, "A link of the second shop changes a password in the first.")
      const right = await shops.there("/api/v1/password-resets", { method: "PUT", json })
      insist(right.ok, `In its own shop the link answered ${right.status}.`)
      return "each to its own host name; a link of the second does nothing in the first"
    },
  },
  {
    name: "a session of one shop opens nothing in the other",
    run: async (company) => {
      const { here, there } = await openTwoShops(company)
      const cookie = (await signInAt(there, secondDemoPeople.operator)) ?? ""
      insist((await roleAt(there, cookie)) === "operator", "The operator is none at home.")
      insist((await roleAt(here, cookie)) === "visitor", "The cookie counts in the first shop.")
      const doors = ["/api/v1/orders", "/api/v1/audit", "/api/v1/tenants", "/api/v1/security"]
      const statuses = await Promise.all(doors.map(async (path) => (await here(path, { cookie })).status))
      insist(
        statuses.every((status) => status === 401 || status === 403 || status === 404),
        `The doors of the first shop answered ${statuses.join(", ")}.`,
      )
      return `operator there, visitor here; ${doors.length} doors shut`
    },
  },
  {
    name: "a passkey belongs to the host name of its shop",
    run: async (company) => {
      const { here, there, thereUrl, hereUrl } = await openTwoShops(company)
      const cookie = (await signInAt(there, secondDemoPeople.customer)) ?? ""
      const passkey = openSoftPasskey(thereUrl)
      const asked = await askAt(there, "/api/v1/security/passkeys/options", cookie)
      const rp = (asked as unknown as { rp: { id: string } }).rp.id
      insist(rp === new URL(thereUrl).hostname, `The second shop binds passkeys to ${rp}.`)
      const kept = await there("/api/v1/security/passkeys", {
        method: "POST",
        cookie,
        json: { name: "Telephone", response: passkey.make(asked) },
      })
      insist(kept.ok, `Keeping it answered ${kept.status}.`)
      const riddle = await askAt(here, "/api/auth/passkey/options")
      const rpHere = (riddle as unknown as { rpId: string }).rpId
      insist(rpHere === new URL(hereUrl).hostname, `The first shop asks passkeys of ${rpHere}.`)
      const stray = await here("/api/auth/sign-in/passkey", { method: "POST", json: passkey.answer(riddle) })
      insist(!stray.ok, "A passkey of the second shop opens the first.")
      const home = await there("/api/auth/sign-in/passkey", {
        method: "POST",
        json: passkey.answer(await askAt(there, "/api/auth/passkey/options")),
      })
      insist(home.ok, `At home it answered ${home.status}.`)
      return `${rp} there, ${rpHere} here; signs in at home, ${stray.status} elsewhere`
    },
  },
  {
    name: "papers carry the shop's looks of their day, and never change",
    run: async (company) => {
      const { brand } = company.operator.api.tenancy
      const before = await buyPaper(company)
      const first = await before.print()
      insist(!hasPicture(first), "A paper has a picture before the shop has one.")
      const theme = {
        light: { accent: "#0b6b3a", surface: "#ffffff", ink: "#101410" },
        dark: { accent: "#7fd6a4", surface: "#101410", ink: "#e8f0ea" },
      }
      await brand.save({ theme, senderName: null, senderAddress: null })
      await brand.savePicture({ kind: "logo", content: ONE_PIXEL })
      insist((await before.print()).equals(first), "An issued paper changed with the brand.")
      const after = await buyPaper(company)
      const second = await after.print()
      insist(hasPicture(second), "The logo is not on the paper.")
      await brand.removePicture({ kind: "logo" })
      insist((await after.print()).equals(second), "The paper lost the logo of its day.")
      return "no logo before, one after; both print the same bytes when the brand has changed"
    },
  },
  {
    name: "the root puts another shop's looks right; its staff can't do that to others",
    run: async (company) => {
      const { here, there } = await openTwoShops(company)
      const wish = { theme: null, senderName: "나래", senderAddress: null }
      await company.operator.api.tenancy.tenants.saveBrand({ id: SECOND_DEMO_TENANT, ...wish })
      const cookie = (await signInAt(there, secondDemoPeople.operator)) ?? ""
      const kept = (await (await there("/api/v1/brand", { cookie })).json()) as { senderName: string }
      insist(kept.senderName === "나래", "The shop has not got it.")
      const path = `/api/v1/tenants/${company.tenant}/brand`
      const statuses = [
        (await there(path, { method: "PUT", cookie, json: wish })).status,
        (await here(path, { method: "PUT", cookie, json: wish })).status,
      ]
      insist(statuses.join() === "403,401" || statuses.join() === "403,403", `They got ${statuses.join()}.`)
      return `done by the root; ${statuses.join(" and ")} for the other shop's operator`
    },
  },
]

const ONE_PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

/** The same address signs up in both; answers the links they got. */
async function joinBoth(shops: TwoShops): Promise<{ here: string; there: string }> {
  const links = { here: "", there: "" }
  for (const name of ["here", "there"] as const) {
    const at = shops[name]
    const consents = { terms: true, age: true, privacy: true }
    const json = {
      name: "Twice",
      email: EMAIL,
      password: passwords[name],
      country: "KR",
      language: "en",
      consents,
    }
    const asked = await at("/api/v1/sign-ups", { method: "POST", json })
    insist(asked.ok, `Signing up answered ${asked.status}.`)
    // Both were mailed at one moment of the company's clock: the host name tells them apart.
    links[name] = await newestLink(shops.company, `${shops[`${name}Url`]}/confirm?token=`)
    const confirm = { token: tokenIn(links[name]), password: passwords[name] }
    const done = await at("/api/v1/sign-ups/confirm", { method: "PUT", json: confirm })
    insist(done.ok, `Confirming answered ${done.status}.`)
  }
  return links
}

async function askForReset(shops: TwoShops, at: ShopDoor): Promise<string> {
  await at("/api/v1/password-resets", { method: "POST", json: { email: EMAIL, language: "en" } })
  return newestLink(shops.company, `${shops.thereUrl}/reset-password?token=`)
}

async function newestLink(company: Company, page: string): Promise<string> {
  await company.settle({ within: { seconds: 0 } })
  const words = (await readMails(company, EMAIL)).flatMap(({ text }) => text.split(/\s/))
  const link = words.findLast((word) => word.includes(page))
  if (!link) throw new Error(`No link to ${page} was mailed.`)
  return link
}

function tokenIn(link: string): string {
  return new URL(link).searchParams.get("token") ?? ""
}

async function personAt(at: ShopDoor, cookie: string): Promise<string> {
  const me = (await (await at("/api/v1/me", { cookie })).json()) as { person: { id: string } | null }
  return me.person?.id ?? ""
}

async function askAt(at: ShopDoor, path: string, cookie?: string): Promise<Asked> {
  const answer = await at(path, { method: "POST", json: {}, ...(cookie ? { cookie } : {}) })
  return (await answer.json()) as Asked
}

async function buyPaper(company: Company) {
  const by = await company.customer()
  const { attemptId, orderId } = await company.placeOrder({ by })
  await company.settle()
  await company.pay(attemptId)
  await company.settle()
  const { invoiceId } = await by.api.orders.get({ id: orderId })
  const print = async () =>
    Buffer.from(
      await (await by.api.billing.invoices.pdf({ id: invoiceId ?? "", language: "en" })).arrayBuffer(),
    )
  return { print }
}

function hasPicture(pdf: Buffer): boolean {
  return /\/Subtype\s*\/Image/.test(pdf.toString("latin1"))
}
