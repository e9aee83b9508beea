import { desc, eq } from "drizzle-orm"
import { countryOfPhone } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { asksForProof } from "./evidence-rules.ts"
import { placeProofs } from "./tables.ts"
import type { PlaceEvidence, TaxSnapshot } from "./tax-terms.ts"

export interface EvidenceFacts {
  readonly accountId: string
  readonly snapshot: TaxSnapshot
  /** Of the billing address, where the decision goes by what staff have said instead. */
  readonly country?: string
  readonly phone: string | null
  /** Where the method that pays was issued. */
  readonly payerCountry: string | null
}

/**
 * The decision with all that is known of where its buyer is, where that has to be proved: the billing address, by which
 * is charged, the connection it was ordered by, the card and the telephone number. What is paid later without its buyer
 * goes by the last connection they were seen at, and by what staff have decided of them.
 */
export async function gatherEvidence(ctx: Context, reach: Reach, facts: EvidenceFacts): Promise<TaxSnapshot> {
  const { snapshot, phone, payerCountry } = facts
  if (!snapshot.place || reach.kind !== "all") return snapshot
  const known = await findLastProof(ctx, facts.accountId)
  const seen = snapshot.evidence ?? known?.evidence.filter(({ kind }) => kind === "connection") ?? []
  const ofPhone = phone ? countryOfPhone(phone) : undefined
  const evidence: PlaceEvidence[] = [
    { kind: "address", country: facts.country ?? snapshot.place.country },
    ...seen,
    ...(payerCountry ? [{ kind: "payment", country: payerCountry } as const] : []),
    ...(ofPhone ? [{ kind: "phone", country: ofPhone } as const] : []),
    ...(known?.settledCountry ? [{ kind: "staff", country: known.settledCountry } as const] : []),
  ]
  const { evidence: _seen, ...decided } = snapshot
  return asksForProof(snapshot, evidence) ? { ...decided, evidence } : decided
}

async function findLastProof(ctx: Context, accountId: string) {
  const [row] = await ctx.db
    .select({ evidence: placeProofs.evidence, settledCountry: placeProofs.settledCountry })
    .from(placeProofs)
    .where(eq(placeProofs.accountId, accountId))
    .orderBy(desc(placeProofs.createdAt), desc(placeProofs.id))
    .limit(1)
  return row
}
