import type { viewLists } from "#desk/contract"

export type ViewList = (typeof viewLists)[number]

/** Written out, so that the contract itself stays out of the pages' scripts; a name that is none does not compile. */
const lists: Readonly<Record<ViewList, true>> = {
  orders: true,
  invoices: true,
  services: true,
  customers: true,
  operations: true,
  audit: true,
}

/** "/ko/admin/orders" is the list of orders; "/admin/orders/ord_…" is none. */
export function listOfPath(path: string): ViewList | undefined {
  const [, name = ""] = path.match(/\/admin\/([a-z]+)(?:\.data)?\/?$/) ?? []
  return Object.hasOwn(lists, name) ? (name as ViewList) : undefined
}
