import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./words.ts"

/** The same page for every address: what there is to know stands in the mail. */
export default function CheckMailPage() {
  const say = useWords(words)
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("checkMailTitle")} />
      <p>{say("checkMail")}</p>
      <p className="text-muted text-sm">{say("checkMailHelp")}</p>
      <p className="text-sm">
        <Link className="text-accent underline" to="/sign-in">
          {say("toSignIn")}
        </Link>
      </p>
    </main>
  )
}

export { PageError as ErrorBoundary }
