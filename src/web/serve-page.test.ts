import { RouterContextProvider } from "react-router"
import { describe, expect, it } from "vitest"
import { ApiProblem, type Problem } from "#kit/problem.ts"
import { apiContext, type PageReport, type PageServices } from "./api-context.ts"
import { type FormAnswer, localPath, serveForm, servePage } from "./serve-page.ts"

describe("localPath", () => {
  it("keeps addresses of our own and refuses every other", () => {
    expect(localPath("/portal/services?after=x")).toBe("/portal/services?after=x")
    expect(localPath("/ko/checkout")).toBe("/checkout")
    expect(localPath("/portal.data?_routes=portal")).toBe("/portal")
    for (const bad of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:1",
      "",
      null,
    ]) {
      expect(localPath(bad)).toBe("/portal")
    }
  })

  it("cannot be led outside by the language prefix", () => {
    expect(localPath("/ko//evil.example")).toBe("/portal")
  })
})

describe("serveForm", () => {
  it("gives back what was typed, but no password, with the words at their field", async () => {
    const problem = problemOf({
      status: 422,
      code: "input.invalid",
      title: "Bad input",
      detail: "Look again",
      errors: [{ pointer: "/person/email", detail: "No e-mail address" }],
    })
    const answer = await serveForm(formRequest({ "person/email": "x", "person/password": "secret" }), () =>
      Promise.reject(problem),
    )
    const form = (answer as { data: FormAnswer }).data
    expect(form.values).toEqual({ "person/email": "x" })
    // The old key answers with the refusal for a day.
    expect(form.nextKey).toBe("new")
    expect(form.problem.errors).toEqual([{ pointer: "/person/email", detail: "No e-mail address" }])
  })

  it("waits for its twin and then takes the twin's answer", async () => {
    let calls = 0
    const answer = await serveForm(formRequest({ key: "k" }), async ({ key }) => {
      calls += 1
      if (calls < 3) throw problemOf({ status: 409, retryAfterSeconds: 1 })
      return key
    })
    expect(answer).toBe("k")
  })

  it("lets an unforeseen error through as one", async () => {
    await expect(serveForm(formRequest({}), () => Promise.reject(new TypeError("broken")))).rejects.toThrow(
      "broken",
    )
  })
})

describe("servePage", () => {
  it("leads a visitor to sign-in and back", async () => {
    const problem = problemOf({ status: 401 })
    const args = formRequest({}, "http://shop.test/ko/portal/invoices?after=1")
    const thrown = await servePage(args, () => Promise.reject(problem)).catch((error: unknown) => error)
    expect((thrown as Response).headers.get("location")).toBe("/sign-in?to=%2Fportal%2Finvoices%3Fafter%3D1")
  })
})

function formRequest(values: Record<string, string>, address = "http://shop.test/checkout") {
  const context = new RouterContextProvider()
  context.set(apiContext, { newKey: () => "new" } as PageServices & PageReport)
  const request = new Request(address, { method: "POST", body: new URLSearchParams(values) })
  return { context, request }
}

function problemOf(facts: Pick<Problem, "status"> & Partial<Problem>): ApiProblem {
  return new ApiProblem({
    type: "about:blank",
    title: "No",
    code: "test.no",
    detail: "No.",
    instance: "req_1",
    ...facts,
  })
}
