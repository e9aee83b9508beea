import { useWords } from "../i18n/use-words.ts"
import { Button } from "../ui/button.tsx"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Drawer } from "../ui/drawer.tsx"
import { MenuButton, MenuLine, Popover } from "../ui/popover.tsx"
import { showToast } from "../ui/show-toast.ts"
import { Tooltip } from "../ui/tooltip.tsx"
import { Section } from "./section.tsx"
import { words } from "./words.ts"

export function Openers() {
  const say = useWords(words)
  return (
    <Section title={say("open")}>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="button" look="secondary" popoverTarget="sample-menu">
          {say("menu")}
        </Button>
        <Popover id="sample-menu" label={say("menu")}>
          <MenuButton icon="settings" onClick={() => showToast(say("rename"))}>
            {say("rename")}
          </MenuButton>
          <MenuLine />
          <MenuButton icon="close" isDanger onClick={() => showToast(say("remove"), "bad")}>
            {say("remove")}
          </MenuButton>
        </Popover>
        <Drawer label={say("drawer")} title={say("drawerTitle")}>
          <p>{say("drawerText")}</p>
        </Drawer>
        <ConfirmDialog
          look="danger"
          label={say("dialog")}
          title={say("dialogTitle")}
          consequence={say("dialogWhat")}
          intent="sample"
          formKey="sample"
        />
        <Tooltip text={say("tooltipText")}>
          <Button type="button" look="quiet">
            {say("tooltip")}
          </Button>
        </Tooltip>
        <Button type="button" look="secondary" onClick={() => showToast(say("toastText"))}>
          {say("toast")}
        </Button>
      </div>
    </Section>
  )
}
