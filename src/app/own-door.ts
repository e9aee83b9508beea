import { createSmtpTransport } from "#notifications"
import { type ApiDoor, createApiDoor } from "./api/api-door.ts"
import type { Ground } from "./ground.ts"
import { joinRouters } from "./routers.ts"
import { openSignInMeans } from "./sign-in-means.ts"
import { listWorkKinds, listWorkTitles } from "./work.ts"

/** The public contract without a web server, for whoever plays people of a sandbox at this address. */
export function openOwnDoor(ground: Ground, url: string): ApiDoor {
  const mail = createSmtpTransport({ host: "localhost", port: 25, tls: "none" })
  const titles = listWorkTitles(listWorkKinds(ground, mail))
  const router = joinRouters(ground, {
    titles,
    apiKeyKind: "test",
    signIn: openSignInMeans(ground, {
      breachedPasswordsUrl: `${url}/sandbox/breaches`,
      accessTeamUrl: (team) => `${url}/sandbox/access/${team}`,
      rateLimits: false,
    }),
  })
  return createApiDoor({ ...ground, router, stopping: new AbortController().signal })
}
