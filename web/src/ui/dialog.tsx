import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import styles from './dialog.module.css'
import { type Status, StatusShape } from './status-mark.tsx'

type DialogProps = {
  title: string
  status?: Status
  onClose: () => void
  /** It cannot be left now: neither Escape nor a press beside it closes it. */
  isHeld?: boolean
  children: ReactNode
}

/** A sheet over the page, the browser's own: what is behind it rests, Escape closes it, and the focus goes back where it was. */
export function Dialog({ title, status, onClose, isHeld = false, children }: DialogProps) {
  const sheet = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const opened = sheet.current
    // A press beside it is heard as Escape is.
    opened?.setAttribute('closedby', 'any')
    opened?.showModal()
    return () => opened?.close()
  }, [])
  const leave = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    if (!isHeld) onClose()
  }
  return (
    <dialog ref={sheet} className={styles.sheet} data-status={status} aria-labelledby={titleId} onCancel={leave}>
      <h2 id={titleId} className={styles.title}>
        {status && <StatusShape status={status} size={26} />}
        {title}
      </h2>
      {children}
    </dialog>
  )
}
