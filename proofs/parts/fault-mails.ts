import { playMailFault } from "#app/testing/mail-fault-trial.ts"
import { type MailboxFault, mailboxFaults } from "#sandbox/mailbox.ts"
import type { Claim } from "./claim.ts"
import type { ProofGround } from "./proof-ground.ts"

/** The mail server spoilt in every way: nothing is lost, and the same Message-ID comes twice at most. */
export async function proveMails(ground: ProofGround, times: number): Promise<Claim[]> {
  const claims: Claim[] = []
  for (const fault of Object.keys(mailboxFaults) as MailboxFault[]) {
    const found = { mails: 0, repeated: 0, most: 0, people: 0, wrong: [] as string[] }
    for (let turn = 0; turn < times; turn++) {
      const hits = 1 + (turn % 3)
      const trial = await playMailFault({ ...ground, seed: ground.seed + turn, fault, hits })
      found.mails += trial.mails
      found.repeated += trial.repeated
      found.most = Math.max(found.most, trial.mostDeliveries)
      found.people += trial.people
      found.wrong.push(...trial.wrong)
    }
    for (const words of found.wrong) console.log(`  ${fault}: ${words}`)
    claims.push({
      holds: found.wrong.length === 0,
      words: `mail ${fault}: ${found.mails} mails of ${times} sales, ${found.repeated} handed over again under the same Message-ID (one of them ${found.most} times at most), ${found.people} before a person`,
    })
  }
  return claims
}
