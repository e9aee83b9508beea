import { useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { CopyButton } from "../../ui/copy-button.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Code } from "../../ui/texts.tsx"
import type { SecurityParts } from "./act-on-security.ts"
import { words } from "./words.ts"

export function SecondFactorCard({ security, formKey, refused, done }: SecurityParts) {
  const say = useWords(words)
  const codes = done?.recoveryCodes
  return (
    <Card title={say("factor")}>
      <p className="text-muted text-sm">{say("factorWhat")}</p>
      {codes ? <RecoveryCodes codes={codes} /> : null}
      {security.hasSecondFactor ? (
        <>
          <p className="text-sm">{say("factorIsOn", { count: security.recoveryCodesLeft })}</p>
          <div className="flex flex-wrap gap-2">
            <ConfirmDialog
              label={say("replaceCodes")}
              title={say("replaceCodes")}
              consequence={say("replaceCodesWhat")}
              intent="replace-codes"
              formKey={`${formKey}:codes`}
              answer={refused}
            />
            <ConfirmDialog
              label={say("removeFactor")}
              look="danger"
              title={say("removeFactor")}
              consequence={say("removeFactorWhat")}
              intent="remove-factor"
              formKey={`${formKey}:factor`}
              answer={refused}
            />
          </div>
        </>
      ) : (
        <SetUp {...{ done, refused }} />
      )}
    </Card>
  )
}

function SetUp({ done, refused }: Pick<SecurityParts, "done" | "refused">) {
  const say = useWords(words)
  const begun = done?.begun
  const isConfirming = begun !== undefined || refused?.intent === "confirm-factor"
  if (!isConfirming) {
    return (
      <PageForm intent="begin-factor" answer={refused}>
        <SubmitButton look="secondary">{say("setUp")}</SubmitButton>
      </PageForm>
    )
  }
  return (
    <>
      {begun ? (
        <>
          <p className="text-sm">{say("scan")}</p>
          <img
            className="rounded-box size-48 bg-white p-2"
            alt={say("picture")}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.picture)}`}
          />
          <p className="flex flex-wrap items-center gap-1 text-sm">
            <Code>{begun.secret}</Code>
            <CopyButton text={begun.secret.replaceAll(" ", "")} label={say("secret")} />
          </p>
          <p className="text-sm">
            <a className="text-accent underline" href={begun.address}>
              {say("openApp")}
            </a>
          </p>
        </>
      ) : null}
      <PageForm intent="confirm-factor" answer={refused}>
        <TextField
          name="code"
          label={say("firstCode")}
          required
          maxLength={10}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <SubmitButton>{say("confirmFactor")}</SubmitButton>
      </PageForm>
    </>
  )
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const say = useWords(words)
  return (
    <div className="border-warn bg-warn-soft rounded-box space-y-2 border p-3 text-sm">
      <p className="font-medium">{say("keepCodes")}</p>
      <ul className="grid grid-cols-1 gap-1 sm:grid-cols-2" data-recovery-codes>
        {codes.map((code) => (
          <li key={code}>
            <Code>{code}</Code>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join("\n")} label={say("recoveryCodes")} />
    </div>
  )
}
