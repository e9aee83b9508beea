import { expect, inject, test } from "vitest"
import { openFaultTrial, type Target, type TrialWish } from "#app/testing/fault-trial.ts"
import { playMailFault } from "#app/testing/mail-fault-trial.ts"
import { playWebhooks } from "#app/testing/webhook-trial.ts"

/** The short version of `npm run proof -- faults`. */
const clusterUrl = inject("testClusterUrl")

test("calls that make or end something do so once though their answer is lost, and a broken panel waits for a person", async () => {
  await using trial = await openFaultTrial({ clusterUrl, seed: 1 })
  const targets = await trial.survey()
  const find = (call: string): Target => {
    const found = targets.find((target) => target.call === call)
    if (!found) throw new Error(`No journey calls ${call}.`)
    return found
  }
  const lost = { fault: "reset_after_success", hits: 1 } as const
  const wishes: TrialWish[] = [
    { target: find("checkouts.create"), ...lost },
    { target: find("servers.create"), ...lost },
    { target: find("refunds.create"), ...lost },
    { target: find("setups.create"), ...lost },
    { target: find("payments.create"), ...lost },
    { target: find("methods.detach"), ...lost },
    { target: find("servers.create"), fault: "error_500", hits: "for good" },
  ]
  const results = []
  for (const wish of wishes) results.push(await trial.play(wish))
  expect(results).toMatchObject([
    { wrong: [], strikes: 1, people: 0 },
    { wrong: [], strikes: 1, people: 0 },
    { wrong: [], strikes: 1, people: 0 },
    { wrong: [], strikes: 1, people: 0 },
    { wrong: [], strikes: 1, people: 0 },
    { wrong: [], strikes: 1, people: 0 },
    // Its work and its service both say so.
    { wrong: [], people: 2 },
  ])
  expect(await trial.checkPromises()).toEqual([])
})

test("a mail whose taking was never confirmed comes twice under one Message-ID; the sale doesn't wait for it", async () => {
  const trial = await playMailFault({ clusterUrl, seed: 3, fault: "drop_after_data", hits: 1 })
  expect(trial).toMatchObject({ wrong: [], mails: 3, repeated: 1, mostDeliveries: 2 })
})

test("notices repeated, shuffled, late, early and forged leave every payment where it belongs", async () => {
  const found = await playWebhooks({ clusterUrl, seed: 4, webhooks: 60 })
  expect(found).toMatchObject({
    attempts: 6,
    believed: 0,
    lost: 0,
    astray: [],
    settledTwice: 0,
    brokenPromises: [],
  })
  // One of each kind at least.
  expect(found.forged).toBeGreaterThanOrEqual(8)
})
