import { expect, test } from "vitest"
import { findExamples, listUnvisited } from "./page-examples.ts"

test("a page that nobody has been to is called by its name", () => {
  expect(listUnvisited([])).toEqual(
    expect.arrayContaining(["/", "/portal/services/:service", "/admin/staff"]),
  )
  const left = listUnvisited(["/admin/customers/tags", "/portal/services/svc_1?tab=2"])
  expect(left).toContain("/admin/customers/:account")
  expect(left).not.toContain("/admin/customers/tags")
  expect(left).not.toContain("/portal/services/:service")
  expect(left).toContain("/portal/services/:service/plan")
})

test("links are followed to an example of each page; what none leads to is said, what was brought along is not", async () => {
  const links: Readonly<Record<string, readonly string[]>> = {
    "/portal/services": [
      "/ko/portal/services/svc_1",
      "/portal/services/svc_1?from=list",
      "/portal/services/svc_2",
    ],
    "/portal/services/svc_1": ["/portal/services/svc_1/plan#now"],
  }
  const found = await findExamples("customer", ["/pay/att_1"], async (path) => links[path] ?? [])
  expect(found.paths).toEqual(
    expect.arrayContaining(["/portal/services/svc_1", "/portal/services/svc_1/plan"]),
  )
  expect(found.paths).not.toContain("/portal/services/svc_2")
  expect(found.unseen).toContain("/portal/invoices/:invoice")
  expect(found.unseen).not.toContain("/pay/:attempt")
})
