import { sql } from "drizzle-orm"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { tokenFor } from "#app/testing/letters.ts"
import { fillPath, listRoutes, sampleInput } from "#app/testing/listed-routes.ts"
import { furnishTrial } from "#app/testing/permission-subjects.ts"
import { openSoftPasskey } from "#app/testing/soft-passkey.ts"
import { codeOfApp } from "#app/testing/totp-app.ts"
import { attackAs, comeIn, inShop, madeUp } from "./abuse-people.ts"
import { insist, type Story } from "./story.ts"

/** Inside: whoever has come in tries to get at what is somebody else's. */
export const abuseRights: readonly Story[] = [
  {
    name: "missing authorisation (FOSSBilling CVE-2023-3227, 3230, CVE-2026-42331; Virtualizor CVE-2017-6513; Paymenter 225cc69c; Shopware CVE-2026-48016; Vvveb CVE-2026-46408)",
    run: async (company) => {
      const trial = await furnishTrial(company)
      const browser = await comeIn(company, trial.own)
      let tried = 0
      for (const route of listRoutes()) {
        const kind = /^\/(.+?)\/\{/.exec(route.path)?.[1]
        const subject = kind === undefined ? undefined : trial.subjects[kind]
        if (!subject || subject.own === subject.foreign || openTokens.has(kind ?? "")) continue
        const missing = subject.foreign.replace(/_.*/, `_${"0".repeat(26)}`)
        const json = trial.foreignBodies[route.name] ?? sampleInput(route)
        const ask = (id: string) =>
          browser.send(route.method, fillPath(route, id), route.method === "GET" ? {} : { json })
        const [foreign, made] = [await ask(subject.foreign), await ask(missing)]
        const plain = (text: string) =>
          text.replaceAll(subject.foreign, missing).replaceAll(/request:req_\w+/g, "…")
        tried++
        // A stream has answered before it looks: then nothing but its own breath may come.
        const isSilent = /^(:[^\n]*|\s)*$/.test(foreign.text)
        insist(foreign.status >= 400 || isSilent, `${route.name} lets a stranger in: ${foreign.status}`)
        insist(
          foreign.status === made.status && plain(foreign.text) === plain(made.text),
          `${route.name} tells somebody else's from nobody's: ${foreign.status} ${made.status}`,
        )
      }
      return `${tried} procedures about somebody else's invoice, order, service, payment, key or member: as if it were not there`
    },
  },
  {
    name: "impersonation escape: secrets, payments, keys, staff areas",
    run: async (company) => {
      const customer = await company.customer()
      const staff = await comeIn(company, demoPeople.operator)
      const begun = await staff.send("POST", "/api/v1/impersonations", {
        json: { accountId: customer.accountId, reason: "a trial" },
      })
      const { id } = JSON.parse(begun.text) as { id: string }
      const acting = attackAs(company, `${staff.cookie}; impersonation=${id}`)
      const through: string[] = []
      const routes = listRoutes()
      for (const route of routes) {
        if (ownEnds.has(route.name)) continue
        const json = sampleInput(route)
        const seen = await acting.send(
          route.method,
          fillPath(route, customer.accountId ?? ""),
          route.method === "GET" ? {} : { json },
        )
        if (seen.status !== 403) through.push(`${route.method} ${route.name}`)
      }
      const writing = through.filter((one) => !one.startsWith("GET "))
      const others = writing.filter((one) => !answeredWhileActing.has(one))
      insist(others.length === 0, `These got through: ${others.join(", ")}.`)
      const forbidden = through.filter((one) =>
        /audit|operations|staff|apiKeys|findings|servers|security/.test(one),
      )
      insist(forbidden.length === 0, `These can be read: ${forbidden.join(", ")}.`)
      const bare = await attackAs(company, `impersonation=${id}`).send("GET", "/api/v1/accounts")
      const other = await comeIn(company, await company.customer())
      const lent = await attackAs(company, `${other.cookie}; impersonation=${id}`).send("GET", "/api/v1/me")
      insist(
        bare.status === 401 && !lent.text.includes(customer.email),
        "The impersonation's name alone opens.",
      )
      return `of ${routes.length} procedures ${through.length} answer, all reading but the billing profile; its cookie alone opens nothing`
    },
  },
  {
    name: "invitation theft",
    run: async (company) => {
      const [owner, thief] = [await company.customer(), await company.customer()]
      const [mine, theirs] = [await comeIn(company, owner), await comeIn(company, thief)]
      const invite = (email: string) =>
        mine.send("POST", `/api/v1/accounts/${owner.accountId}/invitations`, {
          json: { email, role: "admin" },
        })
      const invited = await company.customer()
      insist((await invite(invited.email)).status < 300, "Nobody could be invited.")
      const token = await tokenFor(company, invited.email, "/invitation")
      const accept = (who: ReturnType<typeof attackAs>) =>
        who.send("PUT", "/api/v1/invitation-links/accept", { json: { token } })
      const stranger = await accept(attackAs(company))
      const stolen = await accept(theirs)
      insist(stranger.status >= 400 && stolen.status >= 400, `Taken: ${stranger.status}, ${stolen.status}.`)
      // Nor by taking the invited address on: that takes its mailbox.
      await theirs.send("POST", "/api/v1/person/email", { json: { email: invited.email } })
      insist((await accept(theirs)).status >= 400, "Taken by merely wishing for the address.")
      insist((await accept(await comeIn(company, invited))).status === 200, "Its own person is refused.")
      const again = await accept(await comeIn(company, invited))
      insist(again.status >= 400, "It worked twice.")
      return `a visitor ${stranger.status}, another person ${stolen.status}; its own person once, then ${again.status}`
    },
  },
  {
    name: 'another e-mail address keeps nothing "verified" (Paymenter CVE-2026-44584)',
    run: async (company) => {
      const person = await company.customer()
      const browser = await comeIn(company, person)
      const facts = async () =>
        JSON.stringify(
          (
            await inShop(
              company,
              sql`select email, email_verified from identity.people where id = ${person.personId}`,
            )
          ).rows,
        )
      const before = await facts()
      await browser.send("POST", "/api/v1/person/email", { json: { email: "ceo@victim.example" } })
      await browser.send("PUT", "/api/v1/person", {
        json: {
          name: "x",
          phone: "",
          country: "KR",
          language: "en",
          email: "ceo@victim.example",
          emailVerified: true,
        },
      })
      const profile = await browser.send("PUT", `/api/v1/accounts/${person.accountId}/profile`, {
        json: { ...profileOf, email: "ceo@victim.example" },
      })
      insist(profile.status === 200, `The billing profile was refused: ${profile.text}`)
      insist((await facts()) === before, "The address changed before its mailbox said so.")
      const session = JSON.parse((await browser.send("GET", "/api/auth/get-session")).text) as {
        person: { email: string }
      }
      insist(session.person.email === person.email, "The session goes by the new address.")
      return "three ways tried: the person's address and what is confirmed stay until the new mailbox's link is followed"
    },
  },
  {
    name: "second factor (Pterodactyl CVE-2019-1020002): another's code, the half session, staff without one",
    run: async (company) => {
      const [one, other] = [await company.customer(), await company.customer()]
      const setUp = async (person: typeof one) => {
        const browser = await comeIn(company, person)
        const begun = await browser.send("POST", "/api/v1/security/second-factor", { json: {} })
        const { address } = JSON.parse(begun.text) as { address: string }
        const code = await codeOfApp(address, -1)
        insist(
          (await browser.send("PUT", "/api/v1/security/second-factor", { json: { code } })).status === 200,
          "No second factor could be set up.",
        )
        return address
      }
      const [, theirs] = [await setUp(one), await setUp(other)]
      const half = await comeIn(company, one)
      const code = await codeOfApp(theirs, 0)
      const crossed = await half.send("POST", "/api/auth/sign-in/second-factor", { json: { code } })
      insist(crossed.status === 422, `Another's code is taken: ${crossed.status}.`)
      let open = 0
      for (const route of listRoutes()) {
        const asked = route.method === "GET" ? {} : { json: sampleInput(route) }
        const seen = await half.send(route.method, fillPath(route, madeUp("xxx")), asked)
        if (seen.status < 300 && !isEveryones(seen.text, one.email)) open++
      }
      insist(open === 0, `${open} procedures know a half session.`)
      await inShop(company, sql`update identity.staff_policies set second_factor_from = null`)
      const staff = await comeIn(company, demoPeople.operator)
      const barred = await staff.send("GET", "/api/v1/orders")
      insist(barred.code.startsWith("identity.second_factor_"), `Staff without one: ${barred.text}`)
      const forged = openSoftPasskey(company.url)
      const asked = await attackAs(company).send("POST", "/api/auth/passkey/options", { json: {} })
      const answer = forged.answer(JSON.parse(asked.text) as { challenge: string })
      const unknown = await attackAs(company).send("POST", "/api/auth/sign-in/passkey", { json: answer })
      insist(unknown.status === 422, `A passkey nobody added signs in: ${unknown.status}.`)
      await inShop(
        company,
        sql`update identity.staff_policies set second_factor_from = now() + interval '1 year'`,
      )
      return "another's code 422; a half session knows nobody in any procedure; staff without one 403; an unknown passkey 422"
    },
  },
]

/** Whoever holds the token holds the thing: it is as long as a key, and is tried as one. */
const openTokens = new Set(["carts", "catalog/products", "payment-attempts"])

/** What staff may write while they act as a customer: the billing profile; and a notice they read gets no mark. */
const answeredWhileActing: ReadonlySet<string> = new Set([
  "PUT identity.profiles.save",
  "PUT notices.own.read",
])

const ownEnds = new Set(["identity.impersonations.end"])

const profileOf = {
  kind: "consumer",
  personName: "Trial",
  language: "en",
  country: "KR",
  addressLines: [],
  taxIds: [],
  contacts: [],
  addresses: [],
}

/** A half session is a visitor: what it is told names nobody. */
function isEveryones(text: string, email: string): boolean {
  return !text.includes(email) && !text.includes('"role":"customer"')
}
