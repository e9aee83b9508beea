/** What the browser kept on its way back from another house; under our seal, so what stands in it is ours. */
export function readOffer(request: Request): string {
  const found = /(?:^|;\s*)hostwell_offer=([\w.-]{1,4000})/.exec(request.headers.get("cookie") ?? "")
  return found?.[1] ?? "none"
}

/** It has done what it was for. */
export const offerGone = "hostwell_offer=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"
