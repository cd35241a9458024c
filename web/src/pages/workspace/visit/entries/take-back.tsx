import { useState } from 'react'
import { useRoom } from '../../../../data/room.ts'
import { useTakeBack } from '../../../../data/session.ts'
import { ConfirmDialog, FormProblems, SelectField, Stack, TextField } from '../../../../ui/index.tsx'
import type { AnyOpen } from '../folded.ts'

const reasons = ['Charted on the wrong patient', 'Wrong chair opened', 'Other'] as const

type TakeBackProps = Pick<AnyOpen, 'visit'> & {
  /** One entry, or the whole visit. */ eventId: string | null
  what: string
  onClose: () => void
}

/** Takes back an entry, or a visit, of the wrong patient by one act: struck here with its reason, offered at the right chair. */
export function TakeBack({ visit, eventId, what, onClose }: TakeBackProps) {
  const { chairs } = useRoom()
  const [chairId, setChairId] = useState('')
  const [words, setWords] = useState('')
  const back = useTakeBack(visit.id, eventId, onClose)
  const others = chairs.filter(({ id }) => id !== visit.chairId)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={eventId ? 'Strike this entry from the wrong chart?' : 'Strike this whole visit?'}
      status="caution"
      reasons={reasons}
      confirm="Strike it here"
      isPending={back.isSending}
      onConfirm={(reason) =>
        back.send({ reason: [reason, words.trim()].filter(Boolean).join(': '), chairId: chairId === '' ? null : chairId })
      }
    >
      <Stack>
        <p>{what}</p>
        <p>
          It stays here, struck and readable, with your name and reason. What was observed is offered at the right chair with its
          original time, and a nurse there confirms it. {visit.person.name} is not named there, and no other patient is named
          here.
        </p>
        <SelectField
          name="chair"
          label="Where it belongs"
          empty="Not known yet: ask at every chair in use then"
          value={chairId}
          onChange={setChairId}
          options={others.map(({ id, name }) => ({ value: id, label: `Chair ${name}` }))}
        />
        <TextField name="take-back-words" label="Comments" value={words} onChange={setWords} maxLength={400} />
        <FormProblems problem={back.problem} advice="Nothing was changed." />
      </Stack>
    </ConfirmDialog>
  )
}
