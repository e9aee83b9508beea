import type { PageServices, SignedIn } from "../../api-context.ts"
import { isApiProblem } from "../../api-problem.ts"
import type { SubmittedForm } from "../../serve-page.ts"

type Session = Pick<SignedIn, "cookies" | "withKey">

export interface Placed {
  readonly orderId: string
  /** Undefined when there is nothing to pay any more: a repeated form of a paid order. */
  readonly attemptId: string | undefined
  readonly cookies: readonly string[]
}

/**
 * The cart becomes an order, its buyer is signed in, the payment begins. Each call may come twice (double
 * click, Back, reload): the cart gives the same order, the order the same running payment.
 */
export async function placeOrder(form: SubmittedForm, cartToken: string): Promise<Placed> {
  const { services, values, key } = form
  const isKnown = services.me.role === "customer"
  const order = await services.withKey(`${key}:order`).orders.checkout({
    cartToken,
    ...(isKnown ? {} : { person: personOf(values) }),
    country: values["country"] ?? "",
    company: values["company"] || undefined,
    taxId: values["taxId"] || undefined,
    language: services.language,
    // What was not ticked goes as what it is, and the API says no at its field.
    acceptTerms: (values["acceptTerms"] === "yes") as true,
  })
  const session = isKnown ? { cookies: [], withKey: services.withKey } : await openSession(services, values)
  const attemptId = await beginPayment(session, order.paymentRequestId, key)
  return { orderId: order.id, attemptId, cookies: session.cookies }
}

function personOf(values: SubmittedForm["values"]) {
  return {
    name: values["person/name"] ?? "",
    email: values["person/email"] ?? "",
    password: values["person/password"] ?? "",
  }
}

function openSession(services: PageServices, values: SubmittedForm["values"]): Promise<Session> {
  const { email, password } = personOf(values)
  return services.signIn({ email, password })
}

/** One payment runs per request: asked twice, the API answers the one that is running. */
export async function beginPayment(
  session: Pick<Session, "withKey">,
  paymentRequestId: string,
  key: string,
): Promise<string | undefined> {
  try {
    const attempt = await session.withKey(`${key}:pay`).billing.paymentRequests.pay({ id: paymentRequestId })
    return attempt.id
  } catch (error) {
    if (isApiProblem(error) && error.code === "billing.request_not_open") return undefined
    throw error
  }
}
