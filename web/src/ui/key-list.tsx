import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import styles from './key-list.module.css'
import { keysHere, useKey } from './keys.ts'

/** Escape leaves a field, so that the keys of the page act again. */
function leaveField({ key, target }: KeyboardEvent) {
  if (key === 'Escape' && target instanceof HTMLElement && target.closest('[role=dialog]') === null) target.blur()
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
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title="Keys on this page"
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      <dl className={styles.keys}>
        {keysHere().map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
