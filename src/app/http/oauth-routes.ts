import { Hono } from "hono"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import {
  authenticateClient,
  exchangeCode,
  getUserinfo,
  introspectToken,
  listPublicKeys,
  oauthRefusals,
  refreshFamily,
  revokeToken,
} from "#oauth"
import type { EdgeBindings, EdgeContext } from "./edge.ts"
import { describeIssuer } from "./oauth-discovery.ts"
import { addOauthPages, type OauthPageDeps } from "./oauth-pages.ts"
import { allowAnyOrigin, answerProtocol, readBearer, readClientProof, readForm } from "./oauth-wire.ts"

export interface OauthDeps extends OauthPageDeps {
  readonly keyring: Keyring
}

/** What programs that use this shop as their sign-in talk to: OAuth 2 and OpenID Connect, each path by its standard. */
export function createOauthRoutes(deps: OauthDeps): Hono<EdgeBindings> {
  const app = new Hono<EdgeBindings>()
  for (const name of ["openid-configuration", "oauth-authorization-server"]) {
    app.get(`/.well-known/${name}`, (c) =>
      answerProtocol(c, async () => allowAnyOrigin(await deps.inVisit(c.get("visit"), describeIssuer))),
    )
  }
  addOauthPages(app, deps)
  app.get("/oauth/jwks", (c) =>
    answerProtocol(c, async () => {
      const keys = await deps.inVisit(c.get("visit"), (ctx) => listPublicKeys(ctx, deps.keyring))
      return allowAnyOrigin(Response.json(keys, { headers: { "cache-control": "public, max-age=300" } }))
    }),
  )
  app.post("/oauth/token", (c) => answerProtocol(c, () => giveTokens(c, deps)))
  app.on(["GET", "POST"], "/oauth/userinfo", (c) =>
    answerProtocol(c, async () => {
      deps.limits.countPage(c.get("visit").address)
      const token = await readBearer(c.req.raw)
      return plain(await deps.inVisit(c.get("visit"), (ctx) => getUserinfo(ctx, token)))
    }),
  )
  app.post("/oauth/revoke", (c) =>
    answerProtocol(c, async () => {
      const { form, client } = await whoAsks(c, deps)
      await client((ctx, found) => revokeToken(ctx, found, form.get("token") ?? ""))
      return plain({})
    }),
  )
  app.post("/oauth/introspect", (c) =>
    answerProtocol(c, async () => {
      const { form, client } = await whoAsks(c, deps)
      return plain(
        await client((ctx, found) => {
          // A name alone is no proof, and this answer is about people.
          if (found.kind === "public") oauthRefusals.refuse("oauth.invalid_client")
          return introspectToken(ctx, found, form.get("token") ?? "")
        }),
      )
    }),
  )
  for (const path of ["/oauth/token", "/oauth/userinfo", "/oauth/revoke"]) {
    app.options(path, () => allowAnyOrigin(new Response(null, { status: 204 })))
  }
  return app
}

type Client = Awaited<ReturnType<typeof authenticateClient>>

/** The form of the request, and a transaction in which the client has shown who it is. */
async function whoAsks(c: EdgeContext, deps: OauthDeps) {
  const visit = c.get("visit")
  deps.limits.countPage(visit.address)
  const form = await readForm(c.req.raw)
  const proof = readClientProof(c.req.raw, form)
  const client = <Result>(body: (ctx: Context, client: Client) => Promise<Result>) =>
    deps.inVisit(visit, async (ctx) => body(ctx, await authenticateClient(ctx, proof)))
  return { form, client }
}

async function giveTokens(c: EdgeContext, deps: OauthDeps): Promise<Response> {
  const { form, client } = await whoAsks(c, deps)
  const { keyring } = deps
  const wanted = form.get("grant_type")
  const tokens = await client((ctx, found) => {
    if (wanted === "authorization_code") {
      const code = needed(form, "code")
      const [redirectUri, codeVerifier] = [needed(form, "redirect_uri"), needed(form, "code_verifier")]
      return exchangeCode(ctx, keyring, { client: found, code, redirectUri, codeVerifier })
    }
    if (wanted === "refresh_token") {
      const refreshToken = needed(form, "refresh_token")
      return refreshFamily(ctx, keyring, { client: found, refreshToken, scope: form.get("scope") })
    }
    return oauthRefusals.refuse("oauth.unsupported_grant_type")
  })
  // What a replay ended is committed by now; only then is it refused.
  if (!tokens)
    return oauthRefusals.refuse("oauth.invalid_grant", {}, { because: "used before: all of it ended" })
  return plain(tokens)
}

function needed(form: URLSearchParams, name: string): string {
  return form.get(name) ?? oauthRefusals.refuse("oauth.invalid_request", { what: `${name} is missing` })
}

function plain(body: object): Response {
  return allowAnyOrigin(Response.json(body, { headers: { "cache-control": "no-store", pragma: "no-cache" } }))
}
