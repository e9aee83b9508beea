import { useWords } from "../../i18n/use-words.ts"
import { CheckboxField, TextareaField, TextField } from "../../ui/field.tsx"
import type { Product } from "./range.ts"
import { words } from "./words.ts"

/** Empty lines after those that there are: for what is new. */
const SPARE_ROWS = 2

export function ProductFields({ product }: { product?: Product }) {
  const say = useWords(words)
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="name/en"
          label={say("nameEn")}
          defaultValue={product?.name.en}
          required
          maxLength={80}
        />
        <TextField
          name="name/ko"
          label={say("nameKo")}
          defaultValue={product?.name.ko}
          required
          maxLength={80}
          lang="ko"
        />
        <TextareaField
          name="description/en"
          label={say("descriptionEn")}
          defaultValue={product?.description.en}
          required
          maxLength={400}
        />
        <TextareaField
          name="description/ko"
          label={say("descriptionKo")}
          defaultValue={product?.description.ko}
          required
          maxLength={400}
          lang="ko"
        />
      </div>
      <CheckboxField
        name="needsApproval"
        label={say("needsApproval")}
        defaultChecked={product?.needsApproval ?? false}
      />
      <TextField
        name="position"
        label={say("position")}
        help={say("positionHelp")}
        type="number"
        min={0}
        step={1}
        defaultValue={product?.position ?? 0}
        required
      />
      <Locations rows={product?.locations ?? []} />
      <Images rows={product?.images ?? []} />
    </>
  )
}

const rowClass = "border-line rounded-box grid grid-cols-2 items-start gap-3 border p-3 lg:flex lg:flex-wrap"

function Locations({ rows }: { rows: Product["locations"] }) {
  const say = useWords(words)
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="text-sm font-semibold">{say("locations")}</legend>
      <p className="text-muted text-sm">{say("rowsHelp")}</p>
      {numbered(rows).map(({ key, row }) => (
        <div key={key} className={rowClass}>
          <Part
            list="locations"
            at={key}
            part="id"
            label={say("key")}
            value={row?.id}
            isKept={row !== undefined}
          />
          <Part list="locations" at={key} part="name/en" label={say("nameEn")} value={row?.name.en} />
          <Part list="locations" at={key} part="name/ko" label={say("nameKo")} value={row?.name.ko} />
          <Part
            list="locations"
            at={key}
            part="groupId"
            label={say("groupId")}
            value={row?.groupId}
            isNumber
          />
          <Offered name={`locations/${key}/isOffered`} isOffered={row?.isOffered ?? true} />
        </div>
      ))}
    </fieldset>
  )
}

/** Stands beside the fields' boxes, not beside their names. */
function Offered({ name, isOffered }: { name: string; isOffered: boolean }) {
  const say = useWords(words)
  return (
    <div className="self-end pb-2">
      <CheckboxField name={name} label={say("offered")} defaultChecked={isOffered} />
    </div>
  )
}

function Images({ rows }: { rows: Product["images"] }) {
  const say = useWords(words)
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="text-sm font-semibold">{say("images")}</legend>
      {numbered(rows).map(({ key, row }) => (
        <div key={key} className={rowClass}>
          <Part
            list="images"
            at={key}
            part="id"
            label={say("key")}
            value={row?.id}
            isKept={row !== undefined}
          />
          <Part list="images" at={key} part="name" label={say("imageName")} value={row?.name} />
          <Part
            list="images"
            at={key}
            part="templateId"
            label={say("templateId")}
            value={row?.templateId}
            isNumber
          />
          <Offered name={`images/${key}/isOffered`} isOffered={row?.isOffered ?? true} />
        </div>
      ))}
    </fieldset>
  )
}

/** Rows by the place they have in the form: nothing moves, so the place is a name. */
function numbered<Row>(rows: readonly Row[]): { readonly key: string; readonly row: Row | undefined }[] {
  return Array.from({ length: rows.length + SPARE_ROWS }, (_, index) => ({
    key: String(index),
    row: rows[index],
  }))
}

interface PartProps {
  readonly list: string
  readonly at: string
  readonly part: string
  readonly label: string
  readonly value: string | number | undefined
  readonly isNumber?: boolean
  /** What orders name it by is not written anew. */
  readonly isKept?: boolean
}

function Part({ list, at, part, label, value, isNumber, isKept }: PartProps) {
  return (
    <TextField
      name={`${list}/${at}/${part}`}
      label={label}
      defaultValue={value}
      readOnly={isKept}
      {...(isNumber ? { type: "number", min: 1, step: 1 } : { maxLength: 60 })}
    />
  )
}
