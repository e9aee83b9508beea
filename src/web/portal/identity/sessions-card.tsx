import { useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { SecurityParts } from "./act-on-security.ts"
import { words } from "./words.ts"

export function SessionsCard({ security, formKey, refused }: SecurityParts) {
  const say = useWords(words)
  return (
    <Card title={say("sessions")}>
      <ul className="space-y-3 text-sm">
        {security.sessions.map(({ id, device, address, since, isThis, isTrusted }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <span className="font-medium">{device}</span>{" "}
              {isThis ? <Badge tone="info">{say("this")}</Badge> : null}{" "}
              {isTrusted ? <Badge tone="neutral">{say("trusted")}</Badge> : null}
              <br />
              <span className="text-muted">
                {address} · <Moment at={since} />
              </span>
            </span>
            {isThis ? null : (
              <PageForm intent="end-session" answer={refused}>
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="quiet">{say("end", { device })}</SubmitButton>
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
} as const

export function SignInsCard({ security }: SecurityParts) {
  const say = useWords(words)
  return (
    <Card title={say("signIns")}>
      <ul className="space-y-2 text-sm">
        {security.signIns.map(({ id, method, device, address, at }) => (
          <li key={id}>
            <Moment at={at} /> · {device} · {say(ways[method])}
            <br />
            <span className="text-muted">{address}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
