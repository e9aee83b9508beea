import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { StaffPolicy } from "./staff.ts"
import { words } from "./staff.words.ts"

export interface StaffPolicyFormProps {
  readonly policy: StaffPolicy
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function StaffPolicyForm({ policy, formKey, answer }: StaffPolicyFormProps) {
  const say = useWords(words)
  return (
    <Card title={say("policy")}>
      <PageForm intent="policy" {...{ formKey, answer }}>
        <SelectField
          name="needsSecondFactor"
          label={say("needsSecondFactor")}
          defaultValue={policy.needsSecondFactor ? "yes" : "no"}
        >
          <option value="yes">{say("needed")}</option>
          <option value="no">{say("notNeeded")}</option>
        </SelectField>
        <TextField
          name="secondFactorFrom"
          label={say("from")}
          type="date"
          defaultValue={policy.secondFactorFrom?.slice(0, 10) ?? ""}
        />
        <TextareaField
          name="networks"
          label={say("networks")}
          help={say("networksHelp", { address: policy.yourAddress })}
          defaultValue={policy.networks.join("\n")}
        />
        <TextField
          name="access/team"
          label={say("accessTeam")}
          help={say("accessHelp")}
          maxLength={100}
          defaultValue={policy.access?.team ?? ""}
        />
        <TextField
          name="access/audience"
          label={say("accessAudience")}
          maxLength={128}
          defaultValue={policy.access?.audience ?? ""}
        />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

/** A day begins at midnight UTC here: staff sit in more zones than the shop. */
export function readPolicy(values: Readonly<Record<string, string>>) {
  const day = values["secondFactorFrom"]?.trim()
  const team = (values["access/team"] ?? "").trim().replace(/\.cloudflareaccess\.com$/, "")
  const audience = (values["access/audience"] ?? "").trim()
  return {
    access: team || audience ? { team, audience } : null,
    needsSecondFactor: values["needsSecondFactor"] !== "no",
    secondFactorFrom: day ? `${day}T00:00:00Z` : null,
    networks: (values["networks"] ?? "").split(/[\s,]+/).filter(Boolean),
  }
}
