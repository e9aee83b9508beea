import { redirect, redirectDocument } from "react-router"
import type { ApiClient, PageServices } from "../../api-context.ts"
import type { Language } from "../../i18n/languages.ts"
import { impersonationCookie } from "../../impersonation-cookie.ts"
import type { SubmittedForm } from "../../serve-page.ts"
import { describePhone } from "../../ui/phone-rules.ts"
import { withCookies } from "../../with-cookies.ts"
import { sayTimeline } from "./say-timeline.ts"

export type Customer = Awaited<ReturnType<typeof loadCustomer>>["customer"]
type Kept = Awaited<ReturnType<ApiClient["customers"]["get"]>>

const SHOWN = 5

/** Everything of the page at once, each part only for those who may read it. */
export async function loadCustomer({ api, me, newKey, language }: PageServices, id: string) {
  const may = (permission: string) => me.permissions.includes(permission)
  const customer = await api.customers.get({ id })
  if (customer.mergedIntoId) throw redirect(`/admin/customers/${customer.mergedIntoId}`)
  const [services, orders, invoices, methods, vat, messages, moments, tags, fields] = await Promise.all([
    may("provisioning.services.read")
      ? api.provisioning.services.list({ accountId: id, limit: SHOWN })
      : null,
    may("orders.read") ? api.orders.list({ accountId: id, limit: SHOWN }) : null,
    may("billing.invoices.read") ? listInvoices(api, [id, ...customer.absorbedIds]) : null,
    may("payments.methods.read") ? api.payments.methods.list({ accountId: id, limit: 20 }) : null,
    customer.taxIds.length > 0 && may("tax.vat-numbers.read") ? api.tax.vatNumbers.list({ id }) : null,
    may("notifications.preferences.read") ? api.notifications.preferences.ofAccount({ accountId: id }) : null,
    api.customers.timeline({ id, limit: 12 }),
    api.customers.tags.list(),
    api.customers.fields.list(),
  ])
  return {
    customer: withPhoneTexts(customer, language),
    services,
    orders,
    invoices,
    methods,
    vat,
    messages: messages && messages.items.length > 0 ? messages.items : null,
    moments: sayTimeline(moments, language),
    tags: tags.items,
    fields: fields.items,
    canReadFiles: may("customers.files.read"),
    canWrite: may("customers.write"),
    canMerge: may("customers.merge"),
    papers: papers.filter(({ permission }) => may(permission)),
    canEdit: may("identity.profiles.write"),
    canRemoveMethods: may("payments.methods.write"),
    canAskVies: may("tax.vat-numbers.write"),
    canAct: may("identity.impersonations.write"),
    formKey: newKey(),
  }
}

function withPhoneTexts(customer: Kept, language: Language) {
  const textOf = (phone: string | null) => (phone === null ? null : describePhone(phone, language))
  return {
    ...customer,
    phoneText: textOf(customer.phone),
    people: customer.people.map((one) => ({ ...one, phoneText: textOf(one.phone) })),
  }
}

/** Pages about a customer's papers and payments, and who may open them. */
const papers = [
  { to: "request", label: "askFor", permission: "paperwork.drafts.write", isOften: true },
  { to: "quote", label: "quote", permission: "paperwork.quotes.write", isOften: false },
  { to: "statement", label: "statement", permission: "paperwork.statements.read", isOften: false },
  { to: "terms", label: "terms", permission: "terms.accounts.read", isOften: false },
  { to: "exemptions", label: "exemptions", permission: "tax.exemptions.read", isOften: false },
  { to: "billing-day", label: "billingDay", permission: "billing.subscriptions.read", isOften: false },
] as const

/** Papers stay with the account they were issued to; whoever looks at the customer wants all of them. */
async function listInvoices(api: ApiClient, accountIds: readonly string[]) {
  const pages = await Promise.all(
    accountIds.slice(0, 10).map((accountId) => api.billing.invoices.list({ accountId, limit: SHOWN })),
  )
  return pages
    .flatMap((page) => page.items)
    .toSorted((one, other) => other.issuedOn.localeCompare(one.issuedOn))
    .slice(0, SHOWN)
}

/** "note", "revise:nte_…", "remove:nte_…", "tags", "fields", "file", "unfile:cfi_…", "unkeep:pmt_…", "ask-vies", "act". */
export async function actOnCustomer(form: SubmittedForm, id: string, request: Request) {
  const { services, intent, key, values, files } = form
  const [act = "", subject = ""] = intent.split(":")
  const { customers, identity, payments, tax } = services.withKey(`${key}:${intent}`)
  const note = { text: values["text"] ?? "", isPinned: values["isPinned"] === "yes" }
  if (act === "act") {
    const begun = await identity.impersonations.start({ accountId: id, reason: values["reason"] ?? "" })
    return redirectDocument("/portal", withCookies([impersonationCookie(begun.id, request)]))
  }
  if (act === "note") await customers.notes.add({ id, ...note })
  if (act === "revise") await customers.notes.revise({ id: subject, ...note })
  if (act === "remove") await customers.notes.remove({ id: subject })
  if (act === "tags") {
    const names = Object.keys(values).filter((name) => name.startsWith("tag/"))
    await customers.tags.set({ id, tagIds: names.map((name) => name.slice("tag/".length)) })
  }
  if (act === "fields") {
    const named = Object.entries(values).filter(([name]) => name.startsWith("values/"))
    await customers.fields.set({
      id,
      values: Object.fromEntries(named.map(([name, value]) => [name.slice("values/".length), value])),
    })
  }
  // An empty one is refused with its words, like any other that can't be kept.
  if (act === "file") await customers.files.store({ id, file: files["file"] ?? new File([], "none") })
  if (act === "unkeep") await payments.methods.remove({ id: subject })
  if (act === "ask-vies") await tax.vatNumbers.check({ id })
  if (act === "unfile") await customers.files.remove({ id: subject })
  return redirect(`/admin/customers/${id}`)
}
