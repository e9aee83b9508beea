import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { mailAbout } from "#app/testing/letters.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { trialKeyring } from "#app/testing/trial-keyring.ts"
import type { Refusal } from "#kit/refusal.ts"
import { sendAdvertisement, sendMessage, shopNews } from "#notifications"

const SUBJECT = "Half the price until Friday"
const data = { name: "Demo Shopper", headline: SUBJECT, body: "Come and see.", link: "https://shop.example/" }
const none = { marketingMail: false, marketingSms: false, marketingKakao: false, night: false }

const send = (company: Company, { personId }: Shopper, key: string) =>
  company.ground
    .inTenant(company.tenant, (ctx) =>
      sendAdvertisement(ctx, trialKeyring(), { template: shopNews, personId, data, key }),
    )
    .then(
      () => "written",
      (error: Refusal) => error.code,
    )

/** The sources of the advertisements that arrived at an address. */
async function listArrived(company: Company, address: string): Promise<string[]> {
  const answer = await company.request("/sandbox/mailbox/control/mails")
  const { items } = (await answer.json()) as { items: { id: string; recipients: string[] }[] }
  const mine = items.filter((mail) => mail.recipients.includes(address))
  const sources = await Promise.all(
    mine.map(async ({ id }) => (await company.request(`/sandbox/mailbox/${id}/source`)).text()),
  )
  return sources.filter((source) => source.includes("List-Unsubscribe-Post"))
}

test("advertising goes only to who agreed, waits for the morning, says that it is one, and ends with one click", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const by = await company.customer()
  const { consents } = by.api.identity
  expect(await send(company, by, "ad:1")).toBe("notifications.consent_missing")
  await consents.save({ ...none, marketingMail: true })
  const asAnyMail = company.ground.inTenant(company.tenant, (ctx) =>
    sendMessage(ctx, {
      template: shopNews,
      to: { name: "Demo Shopper", address: by.email },
      language: "en",
      data,
      key: "ad:as-any",
    }),
  )
  await expect(asAnyMail).rejects.toThrow("notifications.consent_missing")

  // It is 18:00 in Seoul; at 22:00 advertising has to wait, and at 08:00 it goes by itself.
  await company.travel({ hours: 4 })
  expect(await send(company, by, "ad:2")).toBe("written")
  await company.settle({ within: { seconds: 0 } })
  expect(await listArrived(company, by.email)).toEqual([])
  await company.travel({ hours: 11 })
  await company.settle()
  const [arrived = ""] = await listArrived(company, by.email)
  expect(arrived).toMatch(/^List-Unsubscribe:\s+<http.*\/unsubscribe\?token=/m)
  expect(await mailAbout(company, by.email, `(광고) ${SUBJECT}`)).toContain("no sign-in needed")

  // With a yes to the night it leaves at night.
  await consents.save({ ...none, marketingMail: true, night: true })
  await company.travel({ hours: 15 })
  expect(await send(company, by, "ad:3")).toBe("written")
  await company.settle({ within: { seconds: 0 } })
  expect(await listArrived(company, by.email)).toHaveLength(2)

  // Written in the evening, refused before the morning: it never leaves.
  await consents.save({ ...none, marketingMail: true })
  expect(await send(company, by, "ad:4")).toBe("written")
  await company.settle({ within: { seconds: 0 } })
  const token = decodeURIComponent(
    /unsubscribe\?token=([^>\s]+)/.exec(arrived.replace(/\r?\n\s/g, ""))?.[1] ?? "",
  )
  await company.visitor.privacy.undo.unsubscribe({ token })
  await company.travel({ hours: 12 })
  await company.settle()
  expect(await listArrived(company, by.email)).toHaveLength(2)
  expect(await send(company, by, "ad:5")).toBe("notifications.consent_missing")
  // Two changes within one moment of the company's clock: the mailbox may show them in either order.
  const told = (await readMails(company, by.email)).filter(({ subject }) =>
    subject.startsWith("What you agreed"),
  )
  expect(told.some(({ text }) => text.includes("E-mail: no"))).toBe(true)
  const standing = await by.api.privacy.own.get()
  expect(standing.consents[0]).toMatchObject({
    purpose: "marketing-mail",
    isGiven: false,
    place: "mail-link",
  })
  await company.visitor.privacy.undo.unsubscribe({ token })
  await expect(company.visitor.privacy.undo.unsubscribe({ token: `${token}x` })).rejects.toMatchObject({
    code: "privacy.unsubscribe_link_wrong",
  })
})
