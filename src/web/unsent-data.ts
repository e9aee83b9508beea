import type { ServerBuild } from "react-router"
import type { RouteHandle } from "./root.tsx"

/**
 * Where no script of React runs, a page is sent without what it was rendered from. React Router writes all of that down
 * for the browser nevertheless, before it renders, in a third of the time that the rendering takes. Of an object whose
 * names are not listed meanwhile it finds nothing to write.
 */
export function withUnsentData(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes)
  const isRun = routes.some(([, route]) => (route?.module.handle as RouteHandle | undefined)?.hydrates)
  if (isRun) return build
  return { ...build, routes: Object.fromEntries(routes.map(([id, route]) => [id, keepingItsData(route)])) }
}

type Route = ServerBuild["routes"][string]

function keepingItsData(route: Route): Route {
  const load = route?.module.loader
  if (!load) return route
  const loader: typeof load = async (given) => {
    const answer: unknown = await load(given)
    return isPlain(answer) ? withNames({ ...answer }, { enumerable: false }) : answer
  }
  return { ...route, module: { ...route.module, loader } }
}

/** For the pages, which get it as it was. */
export function listAgain(loaderData: Readonly<Record<string, unknown>>): void {
  for (const data of Object.values(loaderData)) if (isPlain(data)) withNames(data, { enumerable: true })
}

function withNames(data: object, how: { readonly enumerable: boolean }): object {
  for (const name of Object.getOwnPropertyNames(data)) Object.defineProperty(data, name, how)
  return data
}

/** What a loader answers by itself; an answer to the browser or to an error is none. */
function isPlain(answer: unknown): answer is object {
  return typeof answer === "object" && answer !== null && Object.getPrototypeOf(answer) === Object.prototype
}
