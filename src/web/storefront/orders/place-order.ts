import { currencyCodes } from "#kit/money.ts"
import type { PageServices } from "../../api-context.ts"
import { isApiProblem } from "../../api-problem.ts"
import type { SubmittedForm } from "../../serve-page.ts"
import { readConsents } from "../identity/read-consents.ts"

type Session = Pick<PageServices, "withKey">

export interface Placed {
  readonly orderId: string
  /** Undefined when there is nothing to pay any more: a repeated form of a paid order. */
  readonly attemptId: string | undefined
}

/**
 * The cart becomes an order and the payment begins; a stranger pays without a session, as the cart's holder. Each call may come twice (double
 * click, Back, reload): the cart gives the same order, the order the same running payment.
 */
export async function placeOrder(
  form: SubmittedForm,
  cartToken: string,
  referralCode: string | undefined,
): Promise<Placed> {
  const { services, values, key } = form
  const isKnown = services.me.role === "customer"
  const place = { country: values["country"] ?? "", region: values["region"] ?? "" }
  // The cart shows that place's tax from now on, also where the order is refused because its total is another one.
  if (!isKnown)
    await services.api.orders.carts.saveBuyer({ token: cartToken, ...place, taxId: values["taxId"] ?? "" })
  const order = await services.withKey(`${key}:order`).orders.checkout({
    cartToken,
    ...(isKnown ? {} : { person: personOf(values) }),
    ...place,
    company: values["company"] || undefined,
    taxId: values["taxId"] || undefined,
    language: services.language,
    ...(referralCode ? { referralCode } : {}),
    // What was not ticked goes as what it is, and the API says no at its field.
    totalShown: totalOf(values),
    acceptTerms: (values["acceptTerms"] === "yes") as true,
    ...(values["trial/methodId"] === undefined ? {} : { trial: trialOf(values) }),
  })
  if (!order.paymentRequestId) return { orderId: order.id, attemptId: undefined }
  const session = isKnown ? services : await services.asBuyer(cartToken)
  const attemptId = await beginPayment(session, order.paymentRequestId, key)
  return { orderId: order.id, attemptId }
}

/** The figure that stood beside the button. */
function totalOf(values: SubmittedForm["values"]) {
  const [minor, code] = (values["totalShown"] ?? "").split(" ")
  const currency = currencyCodes.find((one) => one === code)
  return minor && currency ? { minor, currency } : undefined
}

function trialOf(values: SubmittedForm["values"]) {
  return { methodId: values["trial/methodId"] ?? "", agrees: (values["trial/agrees"] === "yes") as true }
}

function personOf(values: SubmittedForm["values"]) {
  return {
    name: values["person/name"] ?? "",
    email: values["person/email"] ?? "",
    password: values["person/password"] ?? "",
    phone: values["person/phone"] || undefined,
    consents: readConsents(values, "person/"),
  }
}

/** One payment runs per request: asked twice, the API answers the one that is running. */
export async function beginPayment(
  session: Session,
  paymentRequestId: string,
  key: string,
  methodId?: string,
): Promise<string | undefined> {
  try {
    // Credit pays what it can before a gateway is asked; where that was all, nothing more is begun.
    const request = await session
      .withKey(`${key}:credit`)
      .billing.paymentRequests.useCredit({ id: paymentRequestId })
    if (request.state === "paid") return undefined
    const { paymentRequests } = session.withKey(`${key}:pay`).billing
    const attempt = await paymentRequests.pay({ id: paymentRequestId, ...(methodId ? { methodId } : {}) })
    return attempt.id
  } catch (error) {
    if (isApiProblem(error) && error.code === "billing.request_not_open") return undefined
    throw error
  }
}
