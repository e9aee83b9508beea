import { describe, expect, it } from "vitest"
import { z } from "zod"
import { addressConfirmation } from "./address-confirmation.ts"
import { addressKnown } from "./address-known.ts"
import { consentsAskedMail } from "./consents-asked.ts"
import { consentsChangedMail } from "./consents-changed.ts"
import { contactMessage } from "./contact-message.ts"
import { dataExportReady } from "./data-export-ready.ts"
import { deviceSeen } from "./device-seen.ts"
import { emailChange } from "./email-change.ts"
import { emailChangedMail } from "./email-changed.ts"
import { erasureAsked } from "./erasure-asked.ts"
import { erasureBegins } from "./erasure-begins.ts"
import { erasureHeld } from "./erasure-held.ts"
import { hostNews } from "./host-news.ts"
import {
  cancellationConfirmed,
  orderReceived,
  orderRejectedMail,
  paymentDeclined,
  paymentDue,
  paymentNeedsPayer,
  paymentReceipt,
  serviceReady,
  templates,
  workStuck,
} from "./index.ts"
import { memberInvitation } from "./member-invitation.ts"
import { operatorInvitation } from "./operator-invitation.ts"
import { passwordChangedMail } from "./password-changed.ts"
import { passwordReset } from "./password-reset.ts"
import { type Brand, renderMessage } from "./render-message.ts"
import { securityChange } from "./security-change.ts"
import { shopNews } from "./shop-news.ts"
import { signInLink } from "./sign-in-link.ts"
import { staffInvitation } from "./staff-invitation.ts"
import { defineTemplate } from "./template.ts"

const HOSTILE = `<script>alert("x")</script>\r\nBcc: victim@example.com {{ 7 | times: 6 }} {% include "/etc/passwd" %}`
const money = { minor: "11000", currency: "KRW" } as const
const url = "https://shop.example/pay?a=1&b=2"

const brand: Brand = {
  name: "Hostwell Demo",
  legalName: "Demo Hosting Ltd.",
  addressLines: ["1 Demo Street"],
  email: "hello@shop.example",
  phone: "+82 2 000 0000",
  taxId: "000-00-00000",
  isDemo: true,
  accent: null,
  logoUrl: null,
}

const noteKinds = ["request", "reminder", "overdue", "suspended", "ended"] as const
const dueEntry = (words: string, kind: (typeof noteKinds)[number], daysLeft: number) => ({
  kind,
  words,
  daysLeft,
  lastDay: "2026-04-01",
  suspendOn: "2026-04-08",
  deleteOn: "2026-05-01",
  amount: kind === "ended" ? null : money,
})

const filled = (text: string) => [
  renderAll(orderReceived, {
    name: text,
    orderNumber: "O-1",
    lines: [{ words: text, amount: money }],
    total: money,
    payUrl: url,
  }),
  renderAll(orderRejectedMail, {
    name: text,
    orderNumber: "O-1",
    total: money,
    orderUrl: url,
    contact: "hello@shop.example",
  }),
  renderAll(paymentReceipt, {
    name: text,
    invoiceNumber: "2026-1",
    issuedOn: "2026-03-02",
    net: money,
    tax: money,
    total: money,
    invoiceUrl: url,
  }),
  renderAll(serviceReady, {
    name: text,
    hostname: "vm1.example.com",
    address: "198.18.0.1",
    user: "root",
    serviceUrl: url,
  }),
  renderAll(paymentNeedsPayer, { name: text, reference: "PR-1", total: money, payUrl: url }),
  ...noteKinds.flatMap((kind) =>
    [-8, 0, 1, 3].map((daysLeft) =>
      renderAll(paymentDue, {
        name: text,
        entries: [dueEntry(text, kind, daysLeft), dueEntry(text, "request", 7)],
        totals: [money],
        payUrl: url,
      }),
    ),
  ),
  ...["2026-04-01", null].map((lastDay) =>
    renderAll(cancellationConfirmed, { name: text, words: text, lastDay, url }),
  ),
  renderAll(paymentDeclined, { name: text, reference: "PR-1", total: money, reason: text, payUrl: url }),
  ...[true, false].flatMap((hasOrder) => [
    renderAll(addressConfirmation, { name: text, shop: text, link: url, hasOrder }),
    renderAll(addressKnown, { name: text, shop: text, link: url, hasOrder }),
  ]),
  renderAll(passwordReset, { name: text, shop: text, link: url }),
  renderAll(signInLink, { name: text, shop: text, link: url }),
  renderAll(deviceSeen, { name: text, shop: text, device: text, address: text, at: text, link: url }),
  ...(["second-factor-on", "second-factor-off", "passkey-added", "passkey-removed"] as const).map((change) =>
    renderAll(securityChange, { name: text, shop: text, change, link: url }),
  ),
  renderAll(consentsChangedMail, {
    name: text,
    shop: text,
    on: "2026-03-02",
    marketingMail: true,
    marketingSms: false,
    marketingKakao: false,
    night: false,
    link: url,
  }),
  ...[true, false].map((isKept) =>
    renderAll(consentsAskedMail, {
      name: text,
      shop: text,
      by: "2026-03-02",
      isKept,
      marketingMail: true,
      marketingSms: true,
      marketingKakao: true,
      night: true,
      link: url,
    }),
  ),
  renderAll(shopNews, { name: text, headline: text, body: text, link: url }),
  ...(["en", "ko"] as const).map((language) =>
    renderAll(contactMessage, {
      name: text,
      email: "ann@visitor.example",
      topic: "sales",
      lines: text.split(/\r?\n/),
      language,
    }),
  ),
  renderAll(dataExportReady, { name: text, shop: text, until: "2026-03-02", link: url }),
  renderAll(erasureAsked, { name: text, shop: text, on: "2026-03-02", link: url }),
  renderAll(erasureHeld, { name: text, shop: text, obstacles: [text, "vps.example"], link: url }),
  renderAll(erasureBegins, { name: text, shop: text, stays: [{ what: text, until: "2031-03-02" }] }),
  renderAll(hostNews, { host: text, state: "verified", hostsUrl: url }),
  renderAll(hostNews, { host: text, state: "failed", hostsUrl: url }),
  renderAll(hostNews, { host: text, state: "lapsed", hostsUrl: url }),
  renderAll(emailChange, { name: text, shop: text, link: url }),
  renderAll(emailChangedMail, { name: text, shop: text, link: url }),
  renderAll(passwordChangedMail, { name: text, shop: text, link: url }),
  renderAll(memberInvitation, { account: text, inviter: text, shop: text, link: url }),
  renderAll(operatorInvitation, { shop: text, link: url }),
  renderAll(staffInvitation, { account: text, inviter: text, shop: text, link: url }),
  renderAll(operatorInvitation, { shop: text, link: url }),
  renderAll(workStuck, { what: text, subject: "svc_1", why: text, operationUrl: url }),
]

function renderAll<Data>(template: Parameters<typeof renderMessage<Data>>[0], data: Data) {
  return (["en", "ko"] as const).map((language) => ({
    template: template.name,
    language,
    ...renderMessage(template, { language, data: data as never, brand }),
  }))
}

describe("templates", () => {
  it("are all tried here", () => {
    const tried = filled("Mina").map(([first]) => first?.template)
    expect([...new Set(tried)].toSorted()).toEqual(templates.map((template) => template.name).toSorted())
  })

  it("speak both languages, with amounts as people write them", () => {
    for (const message of filled("Mina").flat()) {
      expect(message.subject).not.toBe("")
      expect(/[가-힣]/.test(message.subject)).toBe(message.language === "ko")
      expect(message.html).toContain(`<html lang="${message.language}">`)
      expect(message.text).toContain("hello@shop.example")
      expect(`${message.subject}${message.text}${message.html}`).not.toMatch(/\{\{|\{%|\[object|undefined/)
    }
    const receipt = filled("Mina")
      .flat()
      .find((message) => message.template === "payment-receipt" && message.language === "en")
    expect(receipt?.text).toContain("₩11,000")
    expect(receipt?.text).toContain("2 March 2026")
  })

  it("let nothing that people typed become markup, a header or a template", () => {
    for (const message of filled(HOSTILE).flat()) {
      expect(message.html).not.toContain("<script>")
      expect(message.subject).not.toMatch(/[\r\n]/)
      expect(message.text).not.toContain("42")
      expect(message.html).not.toContain("root:")
    }
  })

  it("never hold a password, not even one that is handed in", () => {
    const data = {
      name: "Mina",
      hostname: "vm1.example.com",
      address: "198.18.0.1",
      user: "root",
      serviceUrl: url,
    }
    const sneaked = { ...data, password: "hunter-2-hunter" }
    const message = renderMessage(serviceReady, { language: "en", data: sneaked, brand })
    expect(JSON.stringify(message)).not.toContain("hunter")
    expect(message.text).toContain("we don't send passwords by mail")
  })
})

describe("the template language", () => {
  const render = (text: string) => () =>
    renderMessage(
      defineTemplate({
        name: "planted",
        class: "transactional",
        data: z.object({ name: z.string() }),
        words: { en: { subject: "x", text, html: "" }, ko: { subject: "x", text, html: "" } },
      }),
      { language: "en", data: { name: "Mina" }, brand },
    )

  it.each([
    '{% include "/etc/passwd" %}',
    '{% render "../../package.json" %}',
    '{% layout "/etc/hosts" %}',
    "{{ missing }}",
    "{{ name | no_such_filter }}",
    "{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}",
  ])("refuses %s", (text) => {
    expect(render(text)).toThrow()
  })

  it("sees own fields only", () => {
    expect(render("{{ name.constructor }}")).toThrow()
  })
})
