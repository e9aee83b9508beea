import type { LoaderFunctionArgs } from "react-router"
import { isLanguage, languageCookie, withLanguage } from "./i18n/languages.ts"
import { localPath } from "./serve-page.ts"

const yearSeconds = 31_536_000

/** /language/ko?to=/cart: remembers the choice and goes to the same page in that language. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const language = isLanguage(params["language"]) ? params["language"] : "en"
  const path = localPath(new URL(request.url).searchParams.get("to"), "/")
  // A Response, not the router's redirect: that one would stay in the language of this address.
  return new Response(null, {
    status: 302,
    headers: {
      location: withLanguage(path, language),
      "set-cookie": `${languageCookie}=${language}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`,
    },
  })
}
