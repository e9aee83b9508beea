import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { SecurityParts } from "./act-on-security.ts"
import { words } from "./words.ts"

type Programs = Awaited<ReturnType<ApiClient["oauth"]["grants"]["list"]>>["items"]

export function ProgramsCard({
  programs,
  formKey,
  refused,
}: SecurityParts & { readonly programs: Programs }) {
  const say = useWords(words)
  return (
    <Card title={say("programs")}>
      <p className="text-muted text-sm">{say(programs.length === 0 ? "noPrograms" : "programsWhat")}</p>
      <ul className="space-y-3 text-sm">
        {programs.map(({ id, clientName: name, scopes, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <span className="font-medium">{name}</span>
              <br />
              <span className="text-muted">
                {scopes.map((scope) => say(`scope_${scope}`)).join(", ")}
                {lastUsedAt ? (
                  <>
                    {" "}
                    · {say("lastUsed")} <Moment at={lastUsedAt} />
                  </>
                ) : null}
              </span>
            </span>
            <ConfirmDialog
              label={say("takeBack", { name })}
              look="danger"
              title={say("takeBack", { name })}
              consequence={say("takeBackWhat", { name })}
              intent="take-back-program"
              formKey={`${formKey}:${id}`}
              answer={refused}
            >
              <input type="hidden" name="id" value={id} />
            </ConfirmDialog>
          </li>
        ))}
      </ul>
    </Card>
  )
}
