import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useActs } from '../data/acts.ts'
import { Button } from './button.tsx'
import styles from './confirm-dialog.module.css'
import { Row, Stack } from './page.tsx'
import { type Status, StatusShape } from './status-mark.tsx'

type ConfirmDialogProps = {
  isOpen: boolean
  onClose: () => void
  /** The question, with what it is about: "Stop the infusion at 10:54?". */
  title: string
  status?: Status
  /** One of these must be chosen where they are given. */
  reasons?: readonly string[]
  confirm: string
  cancel?: string
  /** Other ways out, between confirm and cancel: "Pause instead". */
  others?: ReactNode
  isPending?: boolean
  onConfirm: (reason: string) => void
  children?: ReactNode
}

/** Asks once, from the top of the screen, and wants one reason. Escape keeps everything as it is. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    isOpen,
    onClose,
    title,
    status = 'exclude',
    reasons = [],
    confirm,
    cancel = 'Cancel',
    others,
    isPending = false,
  } = props
  const [reason, setReason] = useState('')
  const { sending } = useActs()
  // Whatever its act, the dialog stays until the answer is there: it never runs on behind a closed door.
  const isHeld = isPending || sending > 0
  const close = () => {
    if (isHeld) return
    setReason('')
    onClose()
  }
  if (!isOpen) return null
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      closeOnEscape={!isHeld}
      closeOnClickOutside={!isHeld}
      size="lg"
      yOffset="9dvh"
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      title={
        <span className={styles.title}>
          <StatusShape status={status} size={26} />
          {title}
        </span>
      }
      classNames={{ content: styles.box ?? '', header: styles.head ?? '' }}
      attributes={{ content: { 'data-status': status } }}
    >
      <Stack>
        {props.children && <div>{props.children}</div>}
        {reasons.length > 0 && (
          <fieldset className={styles.reasons}>
            <legend>Why</legend>
            {reasons.map((each) => (
              <button key={each} type="button" aria-pressed={reason === each} onClick={() => setReason(each)}>
                {each}
              </button>
            ))}
          </fieldset>
        )}
        <Row>
          <Button
            kind={status === 'exclude' ? 'stop now' : 'main'}
            size="chair"
            isPending={isPending}
            disabledReason={reasons.length > 0 && !reason ? 'Choose a reason first.' : undefined}
            onClick={() => props.onConfirm(reason)}
          >
            {confirm}
          </Button>
          {others}
          <Button kind="second" size="chair" onClick={close} disabledReason={isHeld ? 'Saving…' : undefined}>
            {cancel}
          </Button>
        </Row>
      </Stack>
    </Modal>
  )
}
