import { randomBytes } from "node:crypto"
import { eq } from "drizzle-orm"
import { type Answer, created, invalid, missing, ok, refused } from "./virtfusion-answers.ts"
import type { Panel } from "./virtfusion-servers.ts"
import { describeUser, type ServerRow, type UserRow } from "./virtfusion-shapes.ts"
import { virtfusionTokens, virtfusionUsers } from "./virtfusion-tables.ts"

export async function findByRelation(panel: Panel, relation: number): Promise<UserRow | undefined> {
  if (!Number.isSafeInteger(relation)) return undefined
  const [row] = await panel.db
    .select()
    .from(virtfusionUsers)
    .where(eq(virtfusionUsers.extRelationId, relation))
    .limit(1)
  return row
}

export async function readByRelation(panel: Panel, relation: number): Promise<Answer> {
  const user = await findByRelation(panel, relation)
  return user ? ok(describeUser(user)) : missing("ext_relation_id")
}

export async function createUser(panel: Panel, body: Record<string, unknown>): Promise<Answer> {
  const { name, email, extRelationId } = body
  if (typeof name !== "string" || name.trim() === "")
    return invalid({ name: ["The name field is required."] })
  if (typeof email !== "string" || !/^[^@\s]+@[^@\s]+$/.test(email)) {
    return invalid({ email: ["The email must be a valid email address."] })
  }
  if (extRelationId !== undefined && !Number.isSafeInteger(extRelationId)) {
    return invalid({ extRelationId: ["The ext relation id must be an integer."] })
  }
  const password = randomBytes(9).toString("base64url")
  const [user] = await panel.db
    .insert(virtfusionUsers)
    .values({
      extRelationId: typeof extRelationId === "number" ? extRelationId : null,
      name,
      email,
      password,
      selfService: Number(body.selfService ?? 0),
      suspended: false,
      createdAt: panel.now,
      updatedAt: panel.now,
    })
    .onConflictDoNothing()
    .returning()
  if (!user) return refused("The email or ext relation id has already been taken.")
  return created({ ...describeUser(user), password })
}

/** Two one-time halves, good for a minute, that open the panel as that user. */
export async function createSignOn(panel: Panel, user: UserRow, server?: ServerRow): Promise<Answer> {
  const id = randomBytes(16).toString("hex")
  const secret = randomBytes(24).toString("hex")
  const expiresAt = panel.now.add({ seconds: 60 })
  await panel.db
    .insert(virtfusionTokens)
    .values({ id, secret, kind: "sign_on", userId: user.id, serverId: server?.id ?? null, expiresAt })
  return ok({
    authentication: {
      tokens: { "1": id, "2": secret },
      endpoint: "/token_authenticate/",
      endpoint_complete: `/token_authenticate/?1=${id}&2=${secret}`,
      expiry: { ttl: 60, expires: expiresAt.toString() },
    },
  })
}
