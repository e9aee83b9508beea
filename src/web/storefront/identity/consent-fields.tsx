import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { CheckboxField } from "../../ui/field.tsx"
import { words } from "./consent.words.ts"

/** Each tick is a fact of its own, none is set beforehand, and what is free says so. */
export function ConsentFields({ below = "" }: { below?: string }) {
  const say = useWords(words)
  const name = (tick: string) => `${below}consents/${tick}`
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 text-sm font-medium">{say("legend")}</legend>
      {below === "" ? (
        <CheckboxField name={name("terms")} required label={say("terms")} help={<Read to="/terms" />} />
      ) : null}
      <CheckboxField name={name("privacy")} required label={say("privacy")} help={<Read to="/privacy" />} />
      <CheckboxField name={name("age")} required label={say("age")} />
      <CheckboxField name={name("marketingMail")} label={say("marketingMail")} help={say("marketingHelp")} />
      <CheckboxField name={name("marketingSms")} label={say("marketingSms")} />
      <CheckboxField name={name("marketingKakao")} label={say("marketingKakao")} />
      <CheckboxField name={name("night")} label={say("night")} />
    </fieldset>
  )
}

function Read({ to }: { to: "/terms" | "/privacy" }) {
  const say = useWords(words)
  return (
    <Link className="text-accent underline" to={to} target="_blank">
      {say(to === "/terms" ? "readTerms" : "readPrivacy")}
    </Link>
  )
}
