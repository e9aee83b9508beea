import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { formatCountry } from "../../ui/country-name.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { SecurityParts } from "./act-on-security.ts"
import { words } from "./words.ts"

export function SessionsCard({ security, formKey, refused }: SecurityParts) {
  const say = useWords(words)
  return (
    <Card title={say("sessions")}>
      <ul className="space-y-3 text-sm">
        {security.sessions.map(({ id, device, address, place, since, isThis, isTrusted }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <span className="font-medium">{device}</span>{" "}
              {isThis ? <Badge tone="info">{say("this")}</Badge> : null}{" "}
              {isTrusted ? <Badge tone="neutral">{say("trusted")}</Badge> : null}
              <br />
              <span className="text-muted">
                <Place place={place} /> · {address} · <Moment at={since} />
              </span>
            </span>
            {isThis ? null : (
              <PageForm intent="end-session" answer={refused}>
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="quiet" className="-mx-3.5 sm:mx-0" aria-label={say("endOf", { device })}>
                  {say("end")}
                </SubmitButton>
              </PageForm>
            )}
          </li>
        ))}
      </ul>
      {security.sessions.length > 1 ? (
        <ConfirmDialog
          label={say("endOthers")}
          look="danger"
          title={say("endOthers")}
          consequence={say("endOthersWhat")}
          intent="end-others"
          formKey={`${formKey}:others`}
          answer={refused}
        />
      ) : null}
    </Card>
  )
}

const ways = {
  password: "byPassword",
  "second-factor": "byFactor",
  "recovery-code": "byRecovery",
  passkey: "byPasskey",
  link: "byLink",
  provider: "byProvider",
} as const

export function SignInsCard({ security }: SecurityParts) {
  const say = useWords(words)
  return (
    <Card title={say("signIns")}>
      <ul className="space-y-2 text-sm">
        {security.signIns.map(({ id, method, device, address, place, at }) => (
          <li key={id}>
            <Moment at={at} /> · {device} · {say(ways[method])}
            <br />
            <span className="text-muted">
              <Place place={place} /> · {address}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** No guess from the number alone: what nobody told us is not known, and that is said. */
function Place({ place }: { place: SecurityParts["security"]["sessions"][number]["place"] }) {
  const say = useWords(words)
  const language = useLanguage()
  if (place.country === "T1") return say("placeTor")
  if (place.country) return formatCountry(place.country, language)
  return say(place.isPrivate ? "placePrivate" : "placeUnknown")
}
