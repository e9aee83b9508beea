import { describe, expect, it } from "vitest"
import { z } from "zod"
import { paymentReceipt, serviceReady, templates } from "./index.ts"
import { type Brand, renderMessage } from "./render-message.ts"
import { HOSTILE_WORDS, spoilSample } from "./spoil-sample.ts"
import { defineTemplate, samplesOf, type Template } from "./template.ts"

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
  preferencesUrl: "https://shop.example/portal/notifications",
}

const languages = ["en", "ko"] as const

/** Every template with each of its own samples, as it comes or made hostile. */
function renderAll(change: (template: Template, sample: unknown) => unknown = (_template, sample) => sample) {
  return templates.flatMap((template) =>
    languages.flatMap((language) =>
      template.samples[language].map((sample) => {
        const data = change(template, sample)
        return { template, language, sample, ...renderMessage(template, { language, data, brand }) }
      }),
    ),
  )
}

describe("templates", () => {
  it("have names of their own, a title and a reason in both languages, and as many samples in each", () => {
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length)
    for (const { title, when, samples } of templates) {
      for (const words of [title, when]) expect(words.en !== "" && /[가-힣]/.test(words.ko)).toBe(true)
      expect(samples.ko).toHaveLength(samples.en.length)
      expect(samples.en.length).toBeGreaterThan(0)
    }
  })

  it("speak both languages, with amounts as people write them", () => {
    for (const message of renderAll()) {
      expect(message.subject).not.toBe("")
      expect(/[가-힣]/.test(message.subject)).toBe(message.language === "ko")
      expect(message.html).toContain(`<html lang="${message.language}">`)
      expect(message.text).toContain("hello@shop.example")
      expect(`${message.subject}${message.text}${message.html}`).not.toMatch(/\{\{|\{%|\[object|undefined/)
    }
    const [sample] = paymentReceipt.samples.en
    const receipt = renderMessage(paymentReceipt, { language: "en", data: sample, brand })
    expect(receipt.text).toContain("₩16,500")
    expect(receipt.text).toContain("2 March 2026")
  })

  it("write days and amounts as their reader does: no 2026-05-02, no ₩ in Korean, no US$", () => {
    const all = renderAll()
    for (const { template, language, subject, text, html } of all) {
      const message = `${subject}\n${text}\n${html}`
      expect(message, template.name).not.toMatch(/\b\d{4}-\d{2}-\d{2}\b|[A-Z]{2}\$/)
      expect(message.includes("₩") && language === "ko", template.name).toBe(false)
    }
    const told = all.map(({ subject, text }) => `${subject}\n${text}`).join("\n")
    for (const one of ["₩16,500", "16,500원", "2 May 2026", "2026년 5월 2일"]) expect(told).toContain(one)
    const [sample] = paymentReceipt.samples.ko
    const dollars = { ...sample, total: { minor: "2670", currency: "USD" as const } }
    expect(renderMessage(paymentReceipt, { language: "ko", data: dollars, brand }).text).toContain("$26.70")
  })

  it("let nothing that people typed become markup, a header or a template", () => {
    let spoiled = 0
    const messages = renderAll((template, sample) => {
      const hostile = spoilSample(template, sample)
      if (JSON.stringify(hostile).includes("victim@example.com")) spoiled += 1
      return hostile
    })
    expect(spoiled).toBe(messages.length)
    for (const message of messages) {
      expect(message.html).not.toContain("<script>")
      expect(message.subject).not.toMatch(/[\r\n]/)
      expect(message.text).not.toContain("42")
      expect(message.html).not.toContain("root:")
    }
    expect(HOSTILE_WORDS).toContain("<script>")
  })

  it("never hold a password, not even one that is handed in", () => {
    const [data] = serviceReady.samples.en
    const sneaked = { ...data, password: "hunter-2-hunter" }
    const message = renderMessage(serviceReady, { language: "en", data: sneaked, brand })
    expect(JSON.stringify(message)).not.toContain("hunter")
    expect(message.text).toContain("we don't send passwords by e-mail")
  })
})

describe("what opens something by itself", () => {
  it("reaches the reader of the mail, and nobody who is shown it", () => {
    for (const { template, sample, subject, text, html, shownText, shownHtml } of renderAll()) {
      const data = sample as Readonly<Record<string, unknown>>
      // A link with a token is a secret whose template says so: without that nobody could ask for it in reworded mails.
      const tokens = Object.keys(data).filter((name) => String(data[name]).includes("token="))
      expect([...template.secrets].toSorted(), template.name).toEqual(tokens.toSorted())
      for (const name of template.secrets) {
        const secret = String(data[name])
        expect(text, template.name).toContain(secret)
        expect(html, template.name).toContain(secret)
        for (const shown of [subject, shownText, shownHtml]) {
          expect(shown).not.toContain(secret)
          expect(shown).not.toContain("Zx81sample")
        }
        expect(shownText).toContain("https://shop.example/…")
      }
      if (template.secrets.length === 0) expect(shownText).toBe(text)
    }
  })

  it("is left out even where words turn it inside out, and of links that nobody called secret", () => {
    const words = {
      subject: "{{ link }}",
      text: "{{ link | split: '=' | last }} {{ other | upcase }}",
      html: "<p>{{ link | slice: 10, 90 }} {{ other }}</p>",
    }
    const planted = defineTemplate({
      name: "planted",
      class: "transactional",
      kind: null,
      title: { en: "Planted", ko: "시험" },
      when: { en: "Never", ko: "보내지 않음" },
      data: z.object({ link: z.url(), other: z.url() }),
      secrets: ["link"],
      samples: samplesOf({
        en: { link: "https://a.example/?token=Tk1", other: "https://a.example/b?token=Tk2" },
        ko: { link: "https://a.example/?token=Tk1", other: "https://a.example/b?token=Tk2" },
      }),
      words: { en: words, ko: words },
    })
    const [data] = planted.samples.en
    const refusal = { why: "Why", refuse: "No more", url: "https://a.example/unsubscribe?token=Tk3" }
    const message = renderMessage(planted, { language: "en", data, brand, refusal })
    expect(`${message.text}${message.html}`).toMatch(/Tk1[^]*TK2[^]*token=Tk2[^]*token=Tk3/)
    expect(`${message.subject}${message.shownText}${message.shownHtml}`).not.toMatch(/Tk[123]/i)
  })
})

describe("the frame", () => {
  const [data] = serviceReady.samples.en
  const { html } = renderMessage(serviceReady, {
    language: "en",
    data,
    brand: { ...brand, accent: "#aa3300", logoUrl: "https://shop.example/brand/logo?v=1" },
  })

  it("carries the brand, and says what the mail says before it is opened", () => {
    expect(html).toContain('<img src="https://shop.example/brand/logo?v=1" alt="Hostwell Demo"')
    expect(html).toContain("border-top:4px solid #aa3300")
    expect(html).toContain('mso-hide:all">Your server has been set up and is running.&#847;')
  })

  it("leaves ground and ink to the reader, by day and by night", () => {
    const said = html.replaceAll(/<a class="button"[^>]*>|<img [^>]*>|\.button \{[^}]*\}/g, "")
    const colours = [
      ...said.matchAll(/(?<!&)#[0-9a-f]{3,8}\b|rgba?\(|(?<![-\w])(?:color|background):(?! ?inherit)/gi),
    ]
    expect(new Set(colours.map(([one]) => one))).toEqual(new Set(["#8c8c8c", "#aa3300"]))
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
  })

  it("keeps its looks where a mail program throws the head away, without a table of its own", () => {
    const body = html.slice(html.indexOf("<body"))
    expect(body).toMatch(/<a class="button" href="https:[^"]*" style="[^"]*background:#aa3300/)
    expect(body).toContain("max-width:560px")
    const bare = body.replaceAll(/<!--\[if mso\]>.*?<!\[endif\]-->/g, "")
    expect(bare.match(/<table/g)).toHaveLength(1)
  })
})

describe("the template language", () => {
  const render = (text: string) => () =>
    renderMessage(
      defineTemplate({
        name: "planted",
        class: "transactional",
        kind: null,
        title: { en: "Planted", ko: "시험" },
        when: { en: "Never", ko: "보내지 않음" },
        data: z.object({ name: z.string() }),
        secrets: [],
        samples: samplesOf({ en: { name: "Mina" }, ko: { name: "미나" } }),
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
