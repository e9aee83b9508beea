import { cloneTestDatabase, prepareOnce, TEST_START } from "#kit/testing/database.ts"
import { findFreePort } from "#kit/testing/free-port.ts"
import { readConfig } from "../config.ts"
import { type PastPlan, planPast } from "../demo/past/plan.ts"
import { playPast } from "../demo/past/play-past.ts"
import { CARD_KEY, CARD_SECRET, PANEL_TOKEN } from "./company.ts"
import { TRIAL_FILES } from "./trial-files.ts"
import { trialKeyring } from "./trial-keyring.ts"

export interface LivedIn {
  /** Of the template. */
  readonly name: string
  readonly plan: PastPlan
}

/** Enough for a renewal to come near, a refund and a server that could not be built. */
const fewDays: LivedIn = { name: "hostwell_lived_in", plan: planPast({ seed: 3, days: 9, newcomers: 24 }) }
/** What a first start plays before the demo is first seen. */
export const wholePast: LivedIn = { name: "hostwell_whole_past", plan: planPast() }

/** A template: the demo company after some days of its past, with papers, mails, tags and work that waits for a person. */
export function prepareLivedIn(clusterUrl: string, { name, plan } = fewDays): Promise<string> {
  return prepareOnce(clusterUrl, name, async () => {
    await using at = await cloneTestDatabase(clusterUrl, { runner: "memory", keepAs: name })
    const port = await findFreePort()
    const url = `http://localhost:${port}`
    await playPast({
      appUrl: at.database.url,
      keyring: trialKeyring(),
      filesPlace: TRIAL_FILES,
      port,
      plan,
      until: Temporal.Instant.from(TEST_START),
      stopping: new AbortController().signal,
      config: readConfig({ PORT: String(port), LOG_LEVEL: "silent" }),
      doors: {
        publicUrl: url,
        sandboxUrl: `${url}/sandbox`,
        cardApiKey: CARD_KEY,
        cardWebhookSecret: CARD_SECRET,
        virtfusionToken: PANEL_TOKEN,
      },
    })
  })
}
