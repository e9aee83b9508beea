import { actorFromSession, createCustomer, findPerson, findPersonFacts } from "#identity"
import type { MovableClock } from "#kit/clock.ts"
import { silentLog } from "#kit/context.ts"
import type { CardOptions } from "#sandbox/card.ts"
import type { ApiClient, ApiDoor } from "../../api/api-door.ts"
import type { Ground } from "../../ground.ts"
import type { SeededPlayer } from "../../seeded-player.ts"
import { DEMO_TENANT } from "../demo-tenant.ts"
import type { DemoBuyer } from "./people.ts"

/** Where the past is played: the company, its stand-ins, and people with a door to the public contract. */
export interface Stage {
  readonly ground: Ground
  readonly clock: MovableClock
  readonly player: SeededPlayer
  readonly card: CardOptions
  readonly door: ApiDoor
  readonly operator: ApiClient
  /** One for all: hashing takes its time on purpose, and nobody signs in as them. */
  readonly passwordHash: string
}

export interface Member {
  readonly api: ApiClient
  /** Empty for staff. */
  readonly accountId: string
}

/** As somebody who has come in a moment ago: dangerous acts ask for that. */
const justSignedIn = { sessionId: "ses_demo_past", isProved: true } as const

/** A new customer, signed in. */
export async function joinShop(
  stage: Doors & Pick<Stage, "passwordHash">,
  buyer: DemoBuyer,
): Promise<Member> {
  const { passwordHash } = stage
  const { personId } = await stage.ground.inTenant(DEMO_TENANT, (ctx) =>
    createCustomer(ctx, { ...buyer, passwordHash, isEmailVerified: true }),
  )
  return openMember(stage, personId)
}

/** Somebody who was there already. */
export async function findMember(stage: Doors, email: string): Promise<Member> {
  const found = await stage.ground.inTenant(DEMO_TENANT, (ctx) => findPerson(ctx, email))
  if (!found) throw new Error(`The demo company knows nobody at ${email}.`)
  return openMember(stage, found.id)
}

type Doors = Pick<Stage, "ground" | "door">

async function openMember({ ground, door }: Doors, personId: string): Promise<Member> {
  const facts = await ground.database.read(DEMO_TENANT, (db) => findPersonFacts(db, personId))
  if (!facts) throw new Error(`The demo company knows nobody called ${personId}.`)
  const { name, email, language } = facts
  const actor = actorFromSession({ ...facts, ...justSignedIn })
  const api = door.inProcess({
    tenant: DEMO_TENANT,
    requestId: "demo-past",
    address: "127.0.0.1",
    log: silentLog,
    language,
    resolved: { actor, by: "cookie", person: { name, email, language } },
  })
  return { api, accountId: facts.memberships[0]?.accountId ?? "" }
}
