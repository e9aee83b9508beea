import { describe, expect, it } from "vitest"
import { templates } from "./catalogue.ts"
import { checkWords } from "./check-words.ts"
import { listValues } from "./list-values.ts"
import type { Template, TemplateWords } from "./template.ts"
import { orderReceived } from "./templates/order-received.ts"
import { passwordReset } from "./templates/password-reset.ts"
import { serviceReady } from "./templates/service-ready.ts"

const good: TemplateWords = {
  subject: "{{ hostname }} is up",
  text: "Hello {{ name }},\n\nlook: {{ serviceUrl }}",
  html: "<p>Hello {{ name }}</p>",
}
const tryReady = (change: Partial<TemplateWords>) =>
  checkWords(serviceReady as Template, "en", { ...good, ...change })

describe("words of a shop's own", () => {
  it("are taken when every sample can be written with them; the house's always are", () => {
    expect(tryReady({})).toBeUndefined()
    for (const template of templates) {
      for (const language of ["en", "ko"] as const) {
        expect(checkWords(template, language, template.words[language]), template.name).toBeUndefined()
      }
    }
  })

  it.each([
    [{ text: "Hello\n{{ nmae }}" }, "value_unknown", "text", { line: 2, name: "nmae" }],
    [{ html: "<p>{{ name | shout }}</p>" }, "filter_unknown", "html", { line: 1, name: "shout" }],
    [{ text: "a\n\n{% wenn name %}" }, "tag_unknown", "text", { line: 3, name: "wenn" }],
    [{ text: "{% if name %}never" }, "not_closed", "text", { line: 1, name: "{% if name %}" }],
    [{ subject: "{{ hostname" }, "not_closed", "subject", { line: 1, name: "{{ hostname" }],
    [{ subject: "{% if false %}x{% endif %}" }, "subject_empty", "subject", {}],
    [{ html: "<p>{{ name | raw }}</p>" }, "not_escaped", "html", {}],
    [{ text: "{{ name | money }}" }, "liquid_wrong", "text", { line: 1 }],
    [{ text: '{% include "/etc/passwd" %}' }, "liquid_wrong", "text", { line: 1 }],
    [
      { text: "{% for a in (1..9999) %}{% for b in (1..99999) %}x{% endfor %}{% endfor %}" },
      "too_much",
      "text",
      { line: 1 },
    ],
  ])("are refused at their field, with the line: %j", (change, code, field, facts) => {
    const fault = tryReady(change)
    expect(fault).toMatchObject({ code, field, facts })
  })

  it("keep the link that a mail is for, in both parts and whole", () => {
    const words = { subject: "Reset", text: "{{ link }}", html: '<a href="{{ link }}">Reset</a>' }
    const reset = (change: Partial<TemplateWords>) =>
      checkWords(passwordReset as Template, "ko", { ...words, ...change })
    expect(reset({})).toBeUndefined()
    expect(reset({ html: "<p>Reset</p>" })).toEqual({
      code: "link_missing",
      field: "html",
      facts: { name: "link" },
    })
    expect(reset({ text: "{{ link | slice: 0, 20 }}" })).toMatchObject({
      code: "link_missing",
      field: "text",
    })
  })
})

describe("what a template knows", () => {
  it("is read from the shape of its data, with the Liquid that puts it in", () => {
    const values = listValues(orderReceived)
    expect(values.map(({ name, kind }) => [name, kind])).toEqual([
      ["name", "text"],
      ["orderNumber", "text"],
      ["lines", "list"],
      ["total", "amount"],
      ["trials", "list"],
      ["isAsked", "yes_no"],
      ["payUrl", "link"],
    ])
    expect(values[2]?.usage).toBe(
      "{% for one in lines %}{{ one.words }} {{ one.amount | money }}{% endfor %}",
    )
  })

  it("is written as it is told, in every template", () => {
    for (const template of templates) {
      const values = listValues(template)
      expect(values.filter(({ isSecret }) => isSecret).map(({ name }) => name)).toEqual(template.secrets)
      const told = values.map(({ usage }) => usage).join("\n")
      const words = { subject: "x", text: told, html: told }
      expect(checkWords(template, "en", words), template.name).toBeUndefined()
    }
  })
})
