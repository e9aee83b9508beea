import { sql } from "drizzle-orm"
import type { Product } from "#catalog"
import { createApiKey, getInvitationLetter } from "#identity"
import type { Actor } from "#kit/context.ts"
import { createClient } from "#oauth"
import type { Company } from "./company.ts"
import type { Shopper } from "./company-shoppers.ts"
import { bodiesFor, couponForTrial, inBoth } from "./permission-bodies.ts"
import { furnishMethods } from "./permission-payer-subjects.ts"
import { furnishStaff } from "./permission-staff-subjects.ts"
import { furnishTax } from "./permission-tax-subjects.ts"

/** One thing of each kind that a path can name: our customer's, another customer's, and the staff's own. */
export interface Subject {
  readonly own: string
  readonly foreign: string
  /** What staff are tried with, where it isn't what customers have: their own keys. */
  readonly staff?: string
  /** A person's own, whether or not they have an account. */
  readonly isPersonal?: boolean
  /** Comes with the program, so that staff of another shop find their own under the same name. */
  readonly isEveryShops?: boolean
}

export interface TrialCompany {
  readonly own: Shopper
  readonly foreign: Shopper
  /** By what stands before the id in the path: "/invoices/{id}/pdf" is about "invoices". */
  readonly subjects: Readonly<Record<string, Subject>>
  /** A body the contract accepts, for writing procedures that name a thing: without one they'd be judged by it. */
  readonly bodies: Readonly<Record<string, object>>
  /** The same about the foreign thing, where the body names a part of it. */
  readonly foreignBodies: Readonly<Record<string, object>>
}

/** Two customers who bought the same, so that each has one of everything. */
export async function furnishTrial(company: Company): Promise<TrialCompany> {
  const own = await buy(company)
  const foreign = await buy(company)
  const [operation] = (await company.operator.api.operations.list({ limit: 1 })).items
  const [product] = (await company.visitor.catalog.products.list({})).items
  const staffSignOn = await company.operator.api.provisioning.services.requestSignOn({ id: own.serviceId })
  const team = await formStaff(company)
  const notebook = await writeNotebook(company, own.by)
  const article = await writeArticles(company)
  const tenant = await company.operator.api.tenancy.tenants.create(tenantForTrial)
  const clientId = await registerProgram(company)
  const allowed = (by: Shopper) => allowProgram(company, clientId, by.personId)
  const [myGrant, theirGrant] = [await allowed(own.by), await allowed(foreign.by)]
  const staffGrant = await allowed(company.operator)
  const { id: hostId } = await company.operator.api.hosts.names.add({ host: "shop.trial-names.example" })
  const [provider] = (await company.visitor.federation.offered()).items
  const connected = (by: Shopper) => connect(company, provider?.id ?? "", by.personId)
  const [myWay, theirWay] = [await connected(own.by), await connected(foreign.by)]
  const doors = (by: Shopper) => openDoors(company, by.personId)
  const [mine, theirs, staffs] = [await doors(own.by), await doors(foreign.by), await doors(company.operator)]
  if (!operation || !product) throw new Error("The trial company did nothing or sells nothing.")
  const both = (part: (one: Bought) => string): Subject => ({ own: part(own), foreign: part(foreign) })
  return {
    own: own.by,
    foreign: foreign.by,
    bodies: bodiesFor(own),
    foreignBodies: bodiesFor(foreign),
    subjects: {
      accounts: both(({ by }) => by.accountId ?? ""),
      "api-keys": { ...both(({ keyId }) => keyId), staff: await makeKey(company, company.operator) },
      ...subjectsOf(notebook),
      customers: both(({ by }) => by.accountId ?? ""),
      "content/guides": { own: article.slug, foreign: article.slug },
      "content/news": { own: article.slug, foreign: article.slug },
      "content/pages": { own: article.id, foreign: article.id },
      carts: both(({ cartToken }) => cartToken),
      ...(await furnishRange(company, product)),
      connections: personal(myWay, theirWay, await connected(company.operator)),
      invitations: both(({ invitationId }) => invitationId),
      invoices: both(({ invoiceId }) => invoiceId),
      "mail-templates": { own: "service-ready", foreign: "service-ready", isEveryShops: true },
      members: both(({ memberId }) => memberId),
      "oauth/clients": { own: clientId, foreign: clientId },
      "oauth/grants": personal(myGrant, theirGrant, staffGrant),
      operations: { own: operation.id, foreign: operation.id },
      orders: both(({ orderId }) => orderId),
      "ownership-offers": both(({ offerId }) => offerId),
      "payment-attempts": both(({ attemptId }) => attemptId),
      "payment-requests": both(({ requestId }) => requestId),
      "security/sessions": personal(mine.sessionId, theirs.sessionId, staffs.sessionId),
      people: { own: own.by.personId, foreign: foreign.by.personId },
      "privacy/exports": personal(mine.exportId, theirs.exportId, staffs.exportId),
      "security/passkeys": personal(mine.passkeyId, theirs.passkeyId, staffs.passkeyId),
      ...boughtSubjects(both),
      staff: { own: team.staffId, foreign: team.staffId },
      "staff-invitations": { own: team.invitationId, foreign: team.invitationId },
      "staff-roles": { own: team.roleId, foreign: team.roleId },
      tenants: { own: tenant.id, foreign: tenant.id },
      ...(await furnishMethods(company, own.by, foreign.by)),
      ...(await furnishStaff(company, notebook.tagId, {
        own: own.by,
        foreign: foreign.by,
        operationId: operation.id,
      })),
      "sign-in-providers": { own: provider?.id ?? "", foreign: provider?.id ?? "" },
      "host-names": { own: hostId, foreign: hostId },
      "sign-ons": { ...both(({ signOnId }) => signOnId), staff: staffSignOn.id },
    },
  }
}

/** Every customer is staff's own, whoever is looked at. */
function subjectsOf(notebook: Awaited<ReturnType<typeof writeNotebook>>): Record<string, Subject> {
  return {
    "customer-fields": { own: notebook.fieldId, foreign: notebook.fieldId },
    "customer-files": { own: notebook.fileId, foreign: notebook.fileId },
    "customer-imports": { own: notebook.importId, foreign: notebook.importId },
    mails: { own: notebook.mailId, foreign: notebook.mailId },
    "customer-notes": { own: notebook.noteId, foreign: notebook.noteId },
    "customer-tags": { own: notebook.tagId, foreign: notebook.tagId },
  }
}

/** Of the shop, and so everybody's. */
async function furnishRange(company: Company, product: Product): Promise<Readonly<Record<string, Subject>>> {
  const shops = (id: string): Subject => ({ own: id, foreign: id })
  const plan = product.plans[0]?.id ?? ""
  const coupon = await company.operator.api.catalog.coupons.create(couponForTrial)
  return {
    "catalog/products": shops(product.slug),
    "catalog/plans": shops(plan),
    "product-range": shops(product.id),
    ...(await furnishTax(company, product.id)),
    plans: shops(plan),
    coupons: shops(coupon.id),
  }
}

/** What staff keep about a customer, and a mail that went to them. */
async function writeNotebook(company: Company, about: Shopper) {
  const { notes, tags, timeline, fields, files, imports } = company.operator.api.customers
  const id = about.accountId ?? ""
  const note = await notes.add({ id, text: "a trial" })
  const tag = await tags.create({ name: "Trial", color: "grey" })
  const field = await fields.create({ name: "Trial", kind: "text" })
  const file = await files.store({ id, file: new File(["a trial"], "trial.txt") })
  const imported = await imports.preview({ file: new File(["name,email\nA,a@trial.example\n"], "trial.csv") })
  const [mail] = (await timeline({ id, kind: "mail", limit: 1 })).items
  const [fieldId, fileId, importId] = [field.id, file.id, imported.id]
  return { fieldId, fileId, importId, noteId: note.id, tagId: tag.id, mailId: mail?.subjectId ?? "" }
}

/** A guide and a piece of news under one address, both published, the guide with a draft besides. */
async function writeArticles(company: Company) {
  const { pages } = company.operator.api.content
  const text = { title: inBoth("A trial"), summary: inBoth(""), body: inBoth("A trial.") }
  const slug = "a-trial"
  const from = "2026-01-01"
  const news = await pages.create({ kind: "news", slug, ...text })
  await pages.publish({ id: news.id, from })
  const guide = await pages.create({ kind: "guide", slug, ...text })
  await pages.publish({ id: guide.id, from })
  await pages.save({ id: guide.id, ...text })
  return { slug, id: guide.id }
}

const tenantForTrial = {
  name: "Trial Shop",
  slug: "trial",
  url: "https://shop.trial.example",
  defaultLanguage: "en",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  country: "DE",
  taxPercent: "19",
  operatorEmail: "operator@trial.example",
} as const

interface Bought {
  readonly by: Shopper
  readonly orderId: string
  readonly requestId: string
  readonly attemptId: string
  readonly invoiceId: string
  readonly serviceId: string
  readonly signOnId: string
  readonly subscriptionId: string
  readonly creditNoteId: string
  readonly lineId: string
  readonly cartToken: string
  readonly memberId: string
  readonly invitationId: string
  readonly offerId: string
  readonly keyId: string
}

async function buy(company: Company): Promise<Bought> {
  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const { invoiceId, serviceIds } = await by.api.orders.get({ id: order.orderId })
  const serviceId = serviceIds[0] ?? ""
  const signOn = await by.api.provisioning.services.requestSignOn({ id: serviceId })
  const { token } = await by.api.orders.carts.create({ currency: "KRW" })
  const [subscription] = (await by.api.billing.subscriptions.list({ subject: serviceId })).items
  return {
    ...order,
    invoiceId: invoiceId ?? "",
    serviceId,
    signOnId: signOn.id,
    subscriptionId: subscription?.id ?? "",
    ...(await creditPart(company, invoiceId ?? "")),
    cartToken: token,
    keyId: await makeKey(company, by),
    ...(await formTeam(company, by)),
  }
}

function boughtSubjects(both: (part: (one: Bought) => string) => Subject) {
  return {
    "credit-notes": both(({ creditNoteId }) => creditNoteId),
    services: both(({ serviceId }) => serviceId),
    subscriptions: both(({ subscriptionId }) => subscriptionId),
  }
}

/** A little of an invoice, so that there is a credit note to look at. */
async function creditPart(company: Company, id: string) {
  const { invoices, creditNotes } = company.operator.api.billing
  const [line] = (await invoices.get({ id })).lines
  const gross = { minor: "100", currency: "KRW" } as const
  const lineId = line?.id ?? ""
  const note = await creditNotes.issue({ id, lines: [{ lineId, gross }], reason: "a trial" })
  return { creditNoteId: note.id, lineId }
}

/**
 * A second member who owns the account and offers it back, and somebody invited: so that the trial's own person has an
 * offer to answer and may leave.
 */
async function formTeam(company: Company, by: Shopper) {
  const { keyring, inTenant } = company.ground
  const accountId = by.accountId ?? ""
  const other = await company.customer()
  const invite = (email: string) =>
    by.api.identity.invitations.create({ id: accountId, email, role: "viewer" })
  const { id } = await invite(other.email)
  const { token } = await inTenant(company.tenant, (ctx) => getInvitationLetter(ctx, keyring, id))
  await other.api.identity.invitations.accept({ token })
  const { members } = await by.api.identity.members.team({ id: accountId })
  const memberId = members.find((one) => one.personId === other.personId)?.id ?? ""
  const mine = members.find((one) => one.isYou)?.id ?? ""
  const { id: there } = await by.api.identity.ownership.offer({ id: accountId, memberId })
  const heir = await company.again(other)
  await heir.api.identity.ownership.accept({ id: there })
  const owner = await company.again(other)
  const back = await owner.api.identity.ownership.offer({ id: accountId, memberId: mine })
  const invited = await invite("invited@demo.example")
  return { memberId, invitationId: invited.id, offerId: back.id }
}

/** A colleague with a role of its own, and somebody asked to be one. */
async function formStaff(company: Company) {
  const { staff, staffRoles } = company.operator.api.identity
  const { keyring, inTenant } = company.ground
  const role = await staffRoles.create({ name: "Support", permissions: ["orders.read"] })
  const colleague = await company.customer()
  const { id } = await staff.invite({ email: colleague.email, roleId: role.id })
  const { token } = await inTenant(company.tenant, (ctx) => getInvitationLetter(ctx, keyring, id))
  await colleague.api.identity.invitations.accept({ token })
  const staffId = (await staff.list()).items.find((one) => one.personId === colleague.personId)?.id ?? ""
  const spare = await staffRoles.create({ name: "Spare", permissions: [] })
  const invited = await staff.invite({ email: "colleague@demo.example", roleId: role.id })
  return { staffId, roleId: spare.id, invitationId: invited.id }
}

function personal(own: string, foreign: string, staff: string): Subject {
  return { own, foreign, staff, isPersonal: true }
}

/** A browser they are signed in with, a passkey, and a copy of their data. */
async function openDoors({ ground, tenant }: Company, personId: string) {
  const [sessionId, passkeyId, exportId] = [ground.newId("ses"), ground.newId("psk"), ground.newId("exp")]
  await ground.inTenant(tenant, async (ctx) => {
    await ctx.db.execute(sql`
      insert into identity.sessions (id, token_hash, person_id, expires_at, created_at, updated_at, admitted_at)
      values (${sessionId}, ${sessionId}, ${personId}, now() + interval '1 day', now(), now(), now())`)
    await ctx.db.execute(sql`
      insert into identity.passkeys (id, person_id, name, credential_id, public_key, counter, transports, created_at)
      values (${passkeyId}, ${personId}, 'Trial', ${passkeyId}, 'none', 0, '[]', now())`)
    await ctx.db.execute(sql`
      insert into privacy.exports (id, person_id, state, asked_by, created_at, downloads)
      values (${exportId}, ${personId}, 'failed', ${personId}, now(), 0)`)
  })
  return { sessionId, passkeyId, exportId }
}

/** A program that uses the shop as its sign-in. */
async function registerProgram({ ground, tenant }: Company): Promise<string> {
  const wish = {
    name: "Trial",
    kind: "confidential",
    redirectUris: ["https://wiki.example/"],
    postLogoutRedirectUris: [],
    scopes: ["openid"],
  } as const
  const made = await ground.inTenant(tenant, (ctx) => createClient(ctx, wish, { allowPrivate: false }))
  return made.client.id
}

/** An account elsewhere that they come in by. */
async function connect({ ground, tenant }: Company, providerId: string, personId: string) {
  const id = ground.newId("sim")
  await ground.inTenant(tenant, (ctx) =>
    ctx.db.execute(sql`
      insert into identity.sign_in_methods
        (id, person_id, provider_id, provider_person_id, created_at, updated_at)
      values (${id}, ${personId}, ${providerId}, ${id}, now(), now())`),
  )
  return id
}

async function allowProgram({ ground, tenant }: Company, clientId: string, personId: string) {
  const id = ground.newId("ogr")
  await ground.inTenant(tenant, (ctx) =>
    ctx.db.execute(sql`
      insert into oauth.grants (id, client_id, person_id, scopes, given_at)
      values (${id}, ${clientId}, ${personId}, '["openid"]', now())`),
  )
  return id
}

async function makeKey(company: Company, by: Shopper): Promise<string> {
  const scope = "orders.read"
  const permissions = new Set([scope])
  const { personId, accountId } = by
  const actor: Actor = accountId
    ? { kind: "customer", personId, accountIds: [accountId], permissions }
    : { kind: "staff", personId, permissions }
  const wish = { name: "trial", scopes: [scope], kind: "test" } as const
  const { key } = await company.ground.inTenant(company.tenant, (ctx) => createApiKey(ctx, wish), { actor })
  return key.id
}
