import type { Context } from "#kit/context.ts"
import {
  createClient,
  endClient,
  findIssuer,
  listClients,
  rotateClientSecret,
  type Scope,
  scopes,
} from "#oauth"
import { CliRefusal, type Doors } from "./doors.ts"
import { type Output, printTable } from "./output.ts"

export interface RegistrationWish {
  readonly name: string
  readonly redirect: string
  readonly scopes: string
  readonly afterSignOut?: string
  readonly tellSignOut?: string
  readonly public?: boolean
  readonly shop?: string
}

interface AtShop {
  readonly shop?: string
}

/** A program that uses the shop as its sign-in, from the machine itself. */
export async function registerProgram(doors: Doors, output: Output, wish: RegistrationWish): Promise<void> {
  const allowPrivate = doors.config.isSandbox
  const made = await doors.inShop(wish.shop, async (ctx) => ({
    issuer: await findIssuer(ctx),
    ...(await createClient(
      ctx,
      {
        name: wish.name,
        kind: wish.public ? "public" : "confidential",
        redirectUris: listOf(wish.redirect),
        postLogoutRedirectUris: listOf(wish.afterSignOut ?? ""),
        backchannelLogoutUri: wish.tellSignOut,
        scopes: listOf(wish.scopes).map(readScope),
      },
      { allowPrivate },
    )),
  }))
  output.line(`issuer     ${made.issuer}`)
  output.line(`client id  ${made.client.id}`)
  if (made.secret === null) return
  output.line(`secret     ${made.secret}`)
  output.line("The secret is not shown again.")
}

export async function listPrograms(doors: Doors, output: Output, wish: AtShop): Promise<void> {
  const clients = await doors.inShop(wish.shop, (ctx: Context) => listClients(ctx, { kind: "all" }))
  printTable(
    output,
    ["client id", "kind", "people", "ended", "name"],
    clients.map(({ id, kind, people, endedAt, name }) => [id, kind, String(people), endedAt ?? "", name]),
  )
}

export async function rotateProgramSecret(
  doors: Doors,
  output: Output,
  wish: AtShop & { readonly id: string; readonly overlap: string },
): Promise<void> {
  if (!/^\d{1,3}$/.test(wish.overlap) || Number(wish.overlap) > 168) {
    throw new CliRefusal("--overlap is a whole number of hours from 0 to 168.")
  }
  const rotation = { id: wish.id, overlapHours: Number(wish.overlap) }
  const { secret } = await doors.inShop(wish.shop, (ctx) => rotateClientSecret(ctx, rotation))
  output.line(secret ?? "")
  output.line("It is not shown again.")
}

export async function endProgram(
  doors: Doors,
  output: Output,
  wish: AtShop & { readonly id: string },
): Promise<void> {
  await doors.inShop(wish.shop, (ctx) => endClient(ctx, wish.id))
  output.line("Nobody signs in to it through this shop any more.")
}

function readScope(text: string): Scope {
  const known = scopes.find((scope) => scope === text)
  return known ?? refuseScope(text)
}

function refuseScope(text: string): never {
  throw new CliRefusal(`${text} is no scope. There are ${scopes.join(", ")}.`)
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
}
