import type { Mutant } from "./mutant.ts"

const payByCard = ["src/modules/payments/pay-by-card.test.ts"]
const keptCards = ["src/modules/payments/charge-saved-method.test.ts"]
const keptUnderFaults = ["src/modules/payments/charge-under-faults.test.ts"]
const settling = ["src/modules/billing/settle-payment-request.test.ts"]
const racing = ["scenarios/race.test.ts"]

/** At the gateway, in the books and on the paper. */
export const mutantsForMoney: readonly Mutant[] = [
  {
    name: "the gateway gets no idempotency key",
    file: "src/modules/payments/gateways/sandbox-card.ts",
    search: `    path: "/v1/checkouts",
    idempotencyKey,
`,
    replacement: `    path: "/v1/checkouts",
`,
    breaks: "a repeated call opens a second page to pay at",
    tests: ["src/modules/payments/gateways/sandbox-card.test.ts"],
  },
  {
    name: "a refund is sent without looking for what an earlier try sent",
    file: "src/modules/payments/refund.ts",
    search: "wanted.claimedAt ? await gateway.findRefund({ chargeId, reference: wanted.id }) : undefined",
    replacement: "undefined",
    breaks: "a worker that comes back late sends the money twice",
    tests: [...payByCard, "src/modules/payments/pay-under-faults.test.ts"],
  },
  {
    name: "a saved method is charged without looking for what an earlier try took",
    file: "src/modules/payments/charge-method.ts",
    search: "isFirst ? undefined : await kept.findCharge(attempt.id)",
    replacement: "undefined",
    breaks: "a worker that comes back late gives up what was charged",
    tests: keptUnderFaults,
    named: "after two days",
  },
  {
    name: "a sweep gives up a charge that somebody has in hand",
    file: "src/modules/payments/record-method-charge.ts",
    search: 'found === undefined && (await isBeingCharged(ctx, { kind: "all" }, attemptId))',
    replacement: "false",
    breaks: "the late call takes money beside a second attempt",
    tests: keptUnderFaults,
    named: "in hand",
  },
  {
    name: "a method that was removed is charged all the same",
    file: "src/modules/payments/charge-method.ts",
    search: "isYoung && saved !== undefined && isChargeable(saved)",
    replacement: "isYoung && saved !== undefined",
    breaks: "who took back their consent is charged",
    tests: keptCards,
    named: "removed between",
  },
  {
    name: "a dead card is asked again",
    file: "src/modules/payments/record-method-charge.ts",
    search: `if (state === "usable" || !attempt.methodId) return`,
    replacement: "if (attempt.methodId) return",
    breaks: "networks fine whoever asks a stolen card again and again",
    tests: keptCards,
    named: "told as hard",
  },
  {
    name: "the notice's own word is believed",
    file: "src/modules/payments/process-notice.ts",
    search: `(call) => (isSetup ? askSetup : askGateway)(doors, call, id), { tries: 12 })`,
    replacement: `async (call) => {
    const { recordFinding } = await import("./record-finding.ts")
    return call.transact(async (ctx) => {
      const attempt = await findAttempt(ctx, { kind: "all" }, id)
      if (!attempt) return "nothing"
      const charge = { id: \`ch_\${id}\`, reference: id, amount: attempt.amount, refundedMinor: 0n, taxMinor: null, payerCountry: null, disputedAt: null, createdAt: ctx.clock.now() }
      const expiresAt = ctx.clock.now()
      const told = { id: attempt.checkoutId ?? "told", reference: id, state: "paid" as const, url: "", amount: attempt.amount, expiresAt, charge, decline: null, method: null }
      return (await recordFinding(ctx, doors.keyring, { attemptId: id, found: told })).act
    })
  }, { tries: 12 })`,
    breaks: "whoever can sign, or replays, decides what was paid",
    tests: payByCard,
  },
  {
    name: "the signature is not looked at",
    file: "src/modules/payments/gateways/sandbox-card.ts",
    search: "return verdict.ok ? readNotice(rawBody) : undefined",
    replacement: "return readNotice(rawBody)",
    breaks: "anybody tells us that anything was paid",
    tests: payByCard,
    named: "forged, stale",
  },
  {
    name: "another amount than was asked for is taken for the right one",
    file: "src/modules/payments/plan-finding.ts",
    search: "charge.amount.minor !== attempt.amount.minor || ",
    replacement: "",
    breaks: "one won settles an order",
    tests: payByCard,
    named: "another amount",
  },
  {
    name: "the attempt's row is not locked",
    file: "src/modules/payments/record-finding.ts",
    search: `attemptId, "update")`,
    replacement: "attemptId)",
    breaks: "return address and notice both settle it",
    tests: racing,
    named: "the return address, the notice",
  },
  {
    name: "the request's row is not locked",
    file: "src/modules/billing/settle-payment-request.ts",
    search: `payment.reference, "update")`,
    replacement: "payment.reference)",
    breaks: "two payments of one request both get an invoice",
    tests: racing,
    named: "two payments of one request, told t",
  },
  {
    name: "credit is looked at and its balance not locked",
    file: "src/modules/ledger/lock-balances.ts",
    search: `    .for("update")
`,
    replacement: "",
    breaks: "the same won pays two requests",
    tests: racing,
    named: "credit that three requests want",
  },
  {
    name: "a refund is promised without locking the attempt",
    file: "src/modules/payments/request-refund.ts",
    search: `wanted.attemptId, "update")`,
    replacement: "wanted.attemptId)",
    breaks: "more goes back than came",
    tests: racing,
    named: "two refunds",
  },
  {
    name: "the number is taken without the series' lock",
    file: "src/modules/billing/take-numbers.ts",
    search: `    .limit(1)
    .for("update")
  return row`,
    replacement: `    .limit(1)
  return row`,
    breaks: "two invoices carry one number",
    tests: settling,
    named: "twenty payments at once",
  },
  {
    name: "the date follows the clock back",
    file: "src/modules/billing/plan-number.ts",
    search: "last && Temporal.PlainDate.compare(last, today) > 0 ? last : today",
    replacement: "today",
    breaks: "an invoice is dated before its predecessor",
    tests: ["src/modules/billing/plan-number.test.ts"],
  },
  {
    name: "what is written is not what was hashed",
    file: "src/modules/billing/write-invoice.ts",
    search: "content: content.text,",
    replacement: "content: content.text.trimStart().concat(' '),",
    breaks: "nobody can prove any more what an invoice said",
    tests: settling,
    named: "a paid request becomes an invoice",
  },
  {
    name: "a half is rounded down",
    file: "src/kit/money.ts",
    search: "(2n * dividend * sign + divisor) / (2n * divisor)",
    replacement: "(2n * dividend * sign + divisor - 1n) / (2n * divisor)",
    breaks: "tax is a unit short now and then",
    tests: ["src/kit/money.test.ts"],
  },
  {
    name: "a transfer told twice is booked twice",
    file: "src/modules/ledger/post-transfer.ts",
    search: "${wanted.key},",
    replacement: "${id},",
    breaks: "the books show money that never came",
    tests: ["scenarios/books.test.ts"],
  },
  {
    name: "a customer's balance moves by twice the posting",
    file: "src/modules/ledger/post-transfer.ts",
    search: "+ excluded.balance_minor`",
    replacement: "+ 2 * excluded.balance_minor`",
    breaks: "a balance that no posting explains",
    tests: ["scenarios/books.test.ts"],
  },
]
