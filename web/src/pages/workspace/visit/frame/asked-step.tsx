import { type ReactNode, useState } from 'react'
import type { Writable } from '../../../../data/client.ts'
import type { Sent } from '../../../../data/route.ts'
import { type AnyVisit, useStep } from '../../../../data/session.ts'
import { Button, ConfirmDialog, FormProblems, type Status } from '../../../../ui/index.tsx'
import { kindOf } from '../kind-of.ts'

type AskedStepProps<R extends Writable> = {
  visit: Pick<AnyVisit, 'id' | 'next'>
  route: R
  /** What is sent, with the reason that was chosen. */
  body: (reason: string) => Sent<R>
  /** The button that asks, and the act of the visit that it is. */
  act: string
  does?: Parameters<typeof kindOf>[1]
  disabledReason?: string | undefined
  title: string
  status: Status
  reasons?: readonly string[]
  confirm: string
  cancel?: string
  labels?: Readonly<Record<string, string>>
  children: ReactNode
}

/** A step of the visit that asks once before it is sent, and stays open until it is saved. */
export function AskedStep<R extends Writable>({ visit, route, body, act, does, disabledReason, ...question }: AskedStepProps<R>) {
  const [isOpen, setOpen] = useState(false)
  const { children, labels, ...asked } = question
  const step = useStep(visit.id, route, () => setOpen(false))
  return (
    <>
      <Button
        kind={does ? kindOf(visit, does) : 'second'}
        size="chair"
        onClick={() => setOpen(true)}
        disabledReason={disabledReason}
      >
        {act}
      </Button>
      <ConfirmDialog
        {...asked}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        isPending={step.isSending}
        onConfirm={(reason) => step.send(body(reason))}
      >
        {children}
        <FormProblems problem={step.problem} {...(labels && { labels })} />
      </ConfirmDialog>
    </>
  )
}
