import type { Prolonging } from "./load-prolonged.ts"
import type { PaymentRequest } from "./payment-request.ts"

/** The request with its lines as they count when it is paid today. */
export function withProlonged(request: PaymentRequest, prolonged: readonly Prolonging[]): PaymentRequest {
  if (prolonged.length === 0) return request
  const byId = new Map(prolonged.map(({ line }) => [line.id, line]))
  return { ...request, lines: request.lines.map((line) => byId.get(line.id) ?? line) }
}
