import { sql } from "drizzle-orm"
import { unzipSync } from "fflate"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { mailAbout, tokenFor } from "#app/testing/letters.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { searchDatabase } from "#app/testing/search-database.ts"
import { trialKeyring } from "#app/testing/trial-keyring.ts"
import { sendAdvertisement, shopNews } from "#notifications"
import { insist, type Story } from "./story.ts"

const NAME = "Orla Featherstonehaugh"
const PASSWORD = "a password of orla"
const none = { marketingMail: false, marketingSms: false, marketingKakao: false, night: false }

/** Somebody whose name stands nowhere else, so that a search of the whole database means something. */
async function signUp(company: Company, email: string): Promise<Shopper> {
  await company.visitor.identity.signUps.request({
    name: NAME,
    email,
    password: PASSWORD,
    phone: "010-7777-1234",
    country: "KR",
    language: "en",
    consents: { terms: true, age: true, privacy: true },
  })
  const token = await tokenFor(company, email, "/confirm")
  await company.visitor.identity.signUps.confirm({ token, password: PASSWORD })
  const { rows } = await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute<{ id: string }>(sql`select id from identity.people where email = ${email}`),
  )
  const stub = await company.customer()
  return company.again({ ...stub, personId: rows[0]?.id ?? "", email, password: PASSWORD })
}

const refusal = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "accepted",
    (error: { code: string }) => error.code,
  )

/** What people are owed about their own data. */
export const provePrivacy: readonly Story[] = [
  {
    name: "a copy of everything: made, fetched, theirs alone, gone in time",
    run: async (company) => {
      const by = await signUp(company, "orla@copies.example")
      const { own } = by.api.privacy
      const { id } = await own.requestExport()
      await mailAbout(company, by.email, "Your data copy is ready")
      const file = await own.download({ id })
      const files = unzipSync(new Uint8Array(await file.arrayBuffer()))
      const people = new TextDecoder().decode(files["data/identity.people.json"])
      insist(people.includes(NAME), "The copy does not hold their name.")
      const stranger = await company.customer()
      const other = await refusal(stranger.api.privacy.own.download({ id }))
      const staff = await refusal(company.operator.api.privacy.own.download({ id }))
      insist(other === "privacy.export_missing" && staff === other, `Others got ${other} and ${staff}.`)
      await company.travel({ days: 8 })
      const late = await refusal(own.download({ id }))
      insist(late === "privacy.export_over", `After eight days: ${late}.`)
      return `${Object.keys(files).length} files, 404 for others and staff, 410 after eight days`
    },
  },
  {
    name: "an erasure: taken back by mail, asked again, done; then a search",
    run: async (company) => {
      const by = await signUp(company, "orla@erasures.example")
      const { own } = by.api.privacy
      await own.requestErasure()
      const token = await tokenFor(company, by.email, "/erasure-undo")
      await company.visitor.privacy.undo.withdraw({ token })
      await company.travel({ days: 16 })
      insist((await own.get()).name === NAME, "It was done although it had been taken back.")
      await own.requestErasure()
      await company.travel({ days: 16 })
      await company.settle()
      const done = await company.operator.api.privacy.people.get({ id: by.personId })
      insist(done.erasures[0]?.state === "done", `It is ${done.erasures[0]?.state}.`)
      const search = await searchDatabase(company.at.ownerUrl, [NAME, by.email, "+821077771234"])
      insist(search.found.length === 0, `Still found in ${search.found.join(", ")}.`)
      return `name, address and number in none of ${search.tables} tables, ${search.rows} rows`
    },
  },
  {
    name: "an erasure while something is open",
    run: async (company) => {
      const by = await company.customer()
      await company.placeOrder({ by })
      const code = await refusal(by.api.privacy.own.requestErasure())
      insist(code === "privacy.erasure_held", `It was ${code}.`)
      const kinds = (await by.api.privacy.own.get()).obstacles.map(({ kind }) => kind)
      return `refused, naming ${[...new Set(kinds)].join(", ")}`
    },
  },
  {
    name: "consents: given, told, refused by one click, advertising stops",
    run: async (company) => {
      const by = await company.customer()
      const advertise = (key: string) =>
        company.ground.inTenant(company.tenant, (ctx) =>
          sendAdvertisement(ctx, trialKeyring(), {
            template: shopNews,
            personId: by.personId,
            data: { name: "you", headline: "News", body: "Some.", link: "https://shop.example/" },
            key,
          }),
        )
      const before = await refusal(advertise("proof:1"))
      await by.api.identity.consents.save({ ...none, marketingMail: true, night: true })
      await advertise("proof:2")
      const mail = await mailAbout(company, by.email, "(광고) News")
      const link = /\/unsubscribe\?token=(\S+)/.exec(mail)?.[1] ?? ""
      await company.visitor.privacy.undo.unsubscribe({ token: decodeURIComponent(link) })
      const after = await refusal(advertise("proof:3"))
      insist(before === after && after === "notifications.consent_missing", `${before}, then ${after}.`)
      await company.settle({ within: { seconds: 0 } })
      const told = await readMails(company, by.email)
      insist(
        told.some(({ text }) => text.includes("By e-mail: no")),
        "Nobody confirmed it.",
      )
      return "refused without a yes, sent with one, refused after the click, each told by mail"
    },
  },
]
