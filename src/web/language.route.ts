import type { LoaderFunctionArgs } from "react-router"
import { rememberLanguage } from "./i18n/language-cookie.ts"
import { isLanguage, withLanguage } from "./i18n/languages.ts"
import { localPath } from "./serve-page.ts"

/** /language/ko?to=/cart: remembers the choice and goes to the same page in that language. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const language = isLanguage(params["language"]) ? params["language"] : "en"
  const path = localPath(new URL(request.url).searchParams.get("to"), "/")
  // A Response, not the router's redirect: that one would stay in the language of this address.
  return new Response(null, {
    status: 302,
    headers: {
      location: withLanguage(path, language),
      "set-cookie": rememberLanguage(language),
    },
  })
}
