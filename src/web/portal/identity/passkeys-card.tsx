import { useRef, useState, useSyncExternalStore } from "react"
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
  const isKnown = useSyncExternalStore(neverChanges, knowsPasskeys, () => false)
  const [isTrouble, setTrouble] = useState(false)
  if (!isKnown) return <p className="text-muted text-sm">{say("noPasskeys")}</p>
  const add = (form: HTMLFormElement) => {
    if (!form.reportValidity()) return
    setTrouble(false)
    // Turned away, timed out or known already: browsers don't tell which.
    askForPasskey().then(
      (made) => {
        if (!field.current || made === undefined) return
        field.current.value = made
        form.requestSubmit()
      },
      () => setTrouble(true),
    )
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
        onClick={({ currentTarget: { form } }) => (form ? add(form) : undefined)}
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

/** Undefined when the server wants to know first who we are: then we go there, and come back. */
async function askForPasskey(): Promise<string | undefined> {
  const answer = await fetch("/api/v1/security/passkeys/options", { method: "POST" })
  if (answer.status === 403) {
    location.assign("/prove?to=/portal/security")
    return undefined
  }
  if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`)
  return makePasskey(await answer.json())
}

/** What a browser can do doesn't change while it looks at a page. */
function neverChanges(): () => void {
  return () => undefined
}
