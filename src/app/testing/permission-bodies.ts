import type { ApiClient } from "../api/api-door.ts"
import { draftForTrial, noticeFor, quoteForTrial } from "./permission-staff-subjects.ts"

export interface BodyFacts {
  readonly by: { readonly accountId?: string | undefined }
  readonly memberId: string
  readonly lineId: string
}

/** What the contract accepts for writing procedures that name a thing: without a body they'd be judged by it. */
export function bodiesFor(own: BodyFacts): Readonly<Record<string, object>> {
  return {
    "identity.profiles.save": {
      kind: "consumer",
      personName: "Trial",
      email: "trial@demo.example",
      language: "en",
      country: "KR",
      addressLines: [],
      taxIds: [],
      contacts: [],
      addresses: [],
    },
    "provisioning.services.deleteWithoutBackup": { reason: "a trial" },
    "provisioning.services.keepHeld": { reason: "a trial" },
    "provisioning.services.releaseHeld": { reason: "a trial" },
    "customers.notes.add": { text: "a trial" },
    "customers.notes.revise": { text: "a trial" },
    "customers.merges.preview": { intoId: own.by.accountId },
    "customers.merges.merge": { intoId: own.by.accountId, reason: "a trial" },
    "customers.files.store": { file: new File(["a trial"], "trial.txt") },
    "customers.fields.save": { name: "Tried", choices: [], isListed: false },
    "customers.fields.set": { values: {} },
    "customers.imports.confirm": { sendsInvitations: false },
    "customers.tags.save": { name: "Tried", color: "red" },
    "customers.tags.set": { tagIds: [] },
    "customers.tags.apply": { accountIds: [own.by.accountId], isGiven: true },
    ...ofTheRange,
    "content.pages.save": { title: inBoth("Tried"), summary: inBoth(""), body: inBoth("Tried.") },
    "content.pages.publish": { from: "2099-01-01" },
    "tenancy.tenants.suspend": { reason: "a trial", closure: "closed" },
    "tenancy.tenants.saveBrand": { theme: null, senderName: null, senderAddress: null },
    "tenancy.tenants.saveBrandPicture": { kind: "logo", content: null },
    "tenancy.tenants.inviteOperator": { email: "another@trial.example" },
    "federation.providers.save": {
      name: "Trial",
      clientId: "trial",
      secret: "a trial",
      baseUrl: "https://id.trial.example",
      isOn: true,
    },
    "identity.staff.change": { roleId: "operator" },
    "identity.staff.suspend": { reason: "a trial" },
    "identity.staffRoles.save": { name: "Trial", permissions: [] },
    "identity.members.change": { role: "viewer" },
    "identity.invitations.create": { email: "somebody@demo.example", role: "viewer" },
    "identity.ownership.offer": { memberId: own.memberId },
    "oauth.clients.save": { name: "Trial", redirectUris: ["https://wiki.example/"], scopes: ["openid"] },
    "notifications.templates.save": { language: "en", words: trialWords },
    "notifications.templates.restore": { language: "en" },
    "notifications.templates.preview": { language: "en", words: trialWords },
    "notifications.templates.send": { language: "en", words: trialWords },
    "notices.save": noticeFor("tag_of_nobody"),
    ...moneyBodiesFor(own),
    "operations.resume": { step: "build" },
    "operations.undo": { reason: "a trial" },
    "operations.close": { reason: "a trial" },
    "privacy.people.requestExport": { reason: "a trial" },
    "privacy.people.requestErasure": { reason: "a trial" },
  }
}

const subscriptionBodies = {
  "billing.subscriptions.extend": { cycles: 1 },
  "billing.subscriptions.quantity.change": {
    quantity: 2,
    expected: { outcome: "pay", amount: { minor: "1", currency: "KRW" } },
  },
  "billing.subscriptions.delete": { reason: "a trial" },
  "billing.subscriptions.restore": { reason: "a trial" },
  "billing.subscriptions.create": { planId: "pln_0", cycle: "monthly", currency: "KRW" },
  "billing.subscriptions.update": { memo: "a trial" },
  "billing.subscriptions.chooseCollection": { collection: "manual" },
  "billing.subscriptions.cancel": { at: "end" },
  "billing.subscriptions.pause": { until: "2026-05-02" },
  "billing.subscriptions.grace": { until: "2026-03-02", reason: "a trial" },
  "billing.subscriptions.suspend": { reason: "a trial" },
  "billing.subscriptions.grant": { cycles: 1, reason: "a trial" },
  "billing.subscriptions.free": { until: "2026-05-02", reason: "a trial" },
}

/** What is sold, paid and taken back. */
function moneyBodiesFor(own: BodyFacts): Readonly<Record<string, object>> {
  return {
    "billing.invoices.explain": { lineId: own.lineId },
    "orders.planChanges.request": {
      planId: "pln_of_nobody",
      expected: { outcome: "nothing", amount: { minor: "0", currency: "KRW" } },
    },
    "orders.planChanges.chooseOptions": {
      options: { memory: 2 },
      expected: { outcome: "nothing", amount: { minor: "0", currency: "KRW" } },
    },
    "repricing.own.answer": { isAgreed: true, expected: { minor: "12000", currency: "KRW" } },
    "billing.creditNotes.issue": { reason: "a trial" },
    "billing.refundPolicy.saveForProduct": {
      windowDays: 14,
      basis: "by_days",
      fees: {},
      capPercent: 100,
      holdDays: 7,
    },
    "billing.refunds.request": { periodId: "spe_of_nobody", expected: { minor: "1", currency: "KRW" } },
    "billing.billingDay.choose": { day: 1 },
    ...subscriptionBodies,
    "billing.renewalRun.confirm": { sums: [] },
    "billing.paymentRequests.withdraw": { reason: "a trial" },
    "billing.paymentRequests.recordTransfer": {
      amount: { minor: "1", currency: "KRW" },
      receivedOn: "2026-03-01",
      reference: "a trial",
    },
    "fees.charges.waive": { reason: "a trial" },
    "referrals.void": { reason: "a trial" },
    "tax.exemptions.add": {
      country: "KR",
      number: "1",
      from: "2026-01-01",
      until: "2099-01-01",
      reference: "a trial",
    },
    "tax.exemptions.end": { until: "2098-01-01" },
    "tax.placeProofs.settle": { country: "DE", reason: "a trial" },
    "tax.registrations.end": { until: "2099-01-01" },
    "tax.products.save": { taxClass: "standard" },
    "orders.carts.saveBuyer": { country: "KR" },
    "billing.reissues.issue": { expected: { minor: "1", currency: "KRW" }, reason: "a trial" },
    "billing.invoices.writeOff": { reason: "a trial" },
    "terms.accounts.set": { days: 30, limit: { minor: "1000", currency: "KRW" }, reason: "a trial" },
    "terms.accounts.end": { reason: "a trial" },
    "payments.bankRefunds.send": { sentOn: "2026-03-01", reference: "a trial" },
    "paperwork.drafts.save": draftForTrial,
    "paperwork.quotes.save": quoteForTrial,
    "orders.reject": { reason: "a trial" },
    "orders.carts.addCoupon": { code: "TRIAL" },
    "orders.carts.addItem": {
      planId: "pln_00000000000000000000000000",
      cycle: "monthly",
      locationId: "none",
      imageId: "none",
      hostname: "trial.demo.example",
    },
  }
}

const trialWords = { subject: "A trial", text: "A trial.", html: "<p>A trial.</p>" }
export const couponForTrial = {
  code: "TRIAL",
  name: "Trial",
  isOn: true,
  kind: "percent",
  percent: 10,
  amounts: {},
  periods: null,
  isExclusive: false,
  planIds: [],
  cycles: [],
  currencies: [],
  countries: [],
  isForNewCustomers: false,
  startsOn: null,
  endsOn: null,
  mostUses: null,
  mostPerCustomer: null,
} satisfies Parameters<ApiClient["catalog"]["coupons"]["create"]>[0]

const planForTrial = {
  name: { en: "Trial", ko: "Trial" },
  resources: { cpuCores: 1, memoryMb: 1_024, storageGb: 10, trafficGb: 100, ipv4: 1 },
  packageId: 7,
  prices: { KRW: { monthly: { amount: "11000" } } },
}

const productForTrial = {
  name: { en: "Trial", ko: "Trial" },
  description: { en: "Trial", ko: "Trial" },
  needsApproval: false,
  // What the demo's product has been offered with stays in its lists.
  locations: ["seoul", "frankfurt"].map((id) => ({ id, name: { en: id, ko: id }, groupId: 3 })),
  images: ["debian-13", "ubuntu-26-04", "rocky-10"].map((id) => ({ id, name: id, templateId: 41 })),
}

export const inBoth = (words: string) => ({ en: words, ko: words })

const ofTheRange = {
  "repricing.changes.pending": { until: "2027-01-01" },
  "catalog.range.products.save": { ...productForTrial, state: "active" },
  "catalog.range.products.addPlan": { ...planForTrial, slug: "trial" },
  "catalog.range.plans.save": { state: "active", position: 0, stockLimit: null },
  "catalog.range.plans.saveDraft": planForTrial,
  "catalog.range.plans.publish": { note: "a trial", acceptedPercent: 10_000 },
  "catalog.coupons.save": {
    name: "Trial",
    isOn: true,
    startsOn: null,
    endsOn: null,
    mostUses: null,
    mostPerCustomer: null,
  },
}
