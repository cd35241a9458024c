import { type ReactNode, useState } from 'react'
import { useActs } from '../data/acts.ts'
import type { ProblemError } from '../data/api.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Fields } from './form.tsx'
import { Row, Stack } from './page.tsx'
import { PressKeys } from './press-keys.tsx'
import type { Status } from './status-mark.tsx'

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
  /** What was found wrong with it. */
  problem?: ProblemError | null
  children?: ReactNode
}

/** Asks once, from the top of the screen, and wants one reason. Escape keeps everything as it is. */
export const ConfirmDialog = ({ isOpen, ...question }: ConfirmDialogProps) => isOpen && <Question {...question} />

function Question(props: Omit<ConfirmDialogProps, 'isOpen'>) {
  const { onClose, title, status = 'exclude', reasons = [], confirm, cancel = 'Cancel', others, isPending = false } = props
  const [reason, setReason] = useState('')
  const { sending } = useActs()
  // Whatever its act, the dialog stays until the answer is there: it never runs on behind a closed door.
  const isHeld = isPending || sending > 0
  return (
    <Dialog title={title} status={status} onClose={onClose} isHeld={isHeld}>
      <Stack>
        {(props.children || props.problem) && <Fields problem={props.problem ?? null}>{props.children}</Fields>}
        {reasons.length > 0 && <PressKeys label="Why" keys={reasons} value={reason} onPick={setReason} />}
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
          <Button kind="second" size="chair" onClick={onClose} disabledReason={isHeld ? 'Saving…' : undefined}>
            {cancel}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
