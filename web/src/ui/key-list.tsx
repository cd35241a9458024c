import { Modal } from '@mantine/core'
import { useState } from 'react'
import styles from './key-list.module.css'
import { keysHere, useKey } from './keys.ts'

/** Question mark: every key that does something on this page, with what it does. */
export function KeyList() {
  const [isOpen, setOpen] = useState(false)
  useKey('?', () => setOpen(true), 'Lists these keys')
  return (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title="Keys on this page" transitionProps={{ duration: 0 }}>
      <dl className={styles.keys}>
        {isOpen &&
          keysHere().map(({ key, does }) => (
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
