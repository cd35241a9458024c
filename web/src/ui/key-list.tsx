import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { Fact, Facts } from './card.tsx'
import styles from './dialog.module.css'
import { Dialog } from './dialog.tsx'
import { keysHere, useKey } from './keys.ts'
import { Row } from './page.tsx'

/** Escape leaves a field, so that the keys of the page act again. */
function leaveField({ key, target }: KeyboardEvent) {
  if (key === 'Escape' && target instanceof HTMLElement && target.closest('dialog') === null) target.blur()
}

/** Question mark: every key that does something on this page, with what it does. */
export function KeyList() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    document.addEventListener('keydown', leaveField)
    return () => document.removeEventListener('keydown', leaveField)
  }, [])
  useKey('?', () => setOpen(true), 'Lists these keys')
  if (!isOpen) return null
  const close = () => setOpen(false)
  return (
    <Dialog title="Keys on this page" onClose={close}>
      <Facts>
        {keysHere().map(({ key, does }) => (
          <Fact key={key} label={<kbd className={styles.key}>{key}</kbd>}>
            {does}
          </Fact>
        ))}
      </Facts>
      <Row>
        <Button kind="second" onClick={close}>
          Close
        </Button>
      </Row>
    </Dialog>
  )
}
