import { useEffect, useRef, useState } from "react"
import { useWords } from "../../i18n/use-words.ts"
import { knowsPasskeys, makePasskey } from "../../passkey.ts"
import { Button } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm } from "../../ui/form.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { SecurityParts } from "./act-on-security.ts"
import { words } from "./words.ts"

export function PasskeysCard({ security, formKey, refused }: SecurityParts) {
  const say = useWords(words)
  return (
    <Card title={say("passkeys")}>
      <p className="text-muted text-sm">{say("passkeysWhat")}</p>
      <ul className="space-y-2 text-sm">
        {security.passkeys.map(({ id, name, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {name} · <Moment at={createdAt} />
            </span>
            <ConfirmDialog
              label={say("removePasskey", { name })}
              look="danger"
              title={say("removePasskey", { name })}
              consequence={say("removePasskeyWhat")}
              intent="remove-passkey"
              formKey={`${formKey}:${id}`}
              answer={refused}
            >
              <input type="hidden" name="id" value={id} />
            </ConfirmDialog>
          </li>
        ))}
      </ul>
      <AddPasskey isProved={security.isProved} refused={refused} />
    </Card>
  )
}

function AddPasskey({ isProved, refused }: { isProved: boolean; refused: SecurityParts["refused"] }) {
  const say = useWords(words)
  const field = useRef<HTMLInputElement>(null)
  const [isKnown, setKnown] = useState(false)
  const [isTrouble, setTrouble] = useState(false)
  useEffect(() => setKnown(knowsPasskeys()), [])
  if (!isKnown) return <p className="text-muted text-sm">{say("noPasskeys")}</p>
  const add = async () => {
    const answer = await fetch("/api/v1/security/passkeys/options", { method: "POST" })
    // The server asks who we are first: there, and back here.
    if (answer.status === 403) return location.assign("/prove?to=/portal/security")
    if (!answer.ok || !field.current) throw new Error(`The shop answered ${answer.status}.`)
    field.current.value = await makePasskey(await answer.json())
    return field.current.form?.requestSubmit()
  }
  return (
    <PageForm intent="add-passkey" answer={refused}>
      <TextField
        name="name"
        label={say("passkeyName")}
        help={say("passkeyNameHelp")}
        required
        maxLength={60}
      />
      <input ref={field} type="hidden" name="passkey" />
      <Button
        type="button"
        look="secondary"
        onClick={(event) => {
          if (!event.currentTarget.form?.reportValidity()) return
          setTrouble(false)
          // Turned away, timed out or known already: browsers don't tell which.
          add().catch(() => setTrouble(true))
        }}
      >
        {say("addPasskey")}
      </Button>
      {isTrouble ? (
        <p role="alert" className="text-bad text-sm">
          {say("passkeyTrouble")}
        </p>
      ) : null}
      {isProved ? null : <p className="text-muted text-sm">{say("asksFirst")}</p>}
    </PageForm>
  )
}
