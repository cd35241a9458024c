import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type FoundPatient, useFindPatient } from '../../../data/find-patient.ts'
import { type PersonData, useMergePersons } from '../../../data/people.ts'
import { detailOf } from '../../../ui/find-patient.tsx'
import { Act, AskOnce, Card, FormProblems, Line, Lines, Stack, TextField } from '../../../ui/index.tsx'

/** Says that this record and another are one person: lists then show the other. */
export function Merge({ person }: { person: PersonData['person'] }) {
  const router = useRouter()
  const [isLooking, setLooking] = useState(false)
  const [text, setText] = useState('')
  const [other, setOther] = useState<FoundPatient | null>(null)
  const { found } = useFindPatient(text)
  const merge = useMergePersons(person.id, () => router.history.push(`/patients/${other?.personId}`))
  const others = found.filter(({ personId }) => personId !== person.id)
  return (
    <Card title="The same person twice?">
      <Stack>
        {!isLooking && (
          <div>
            <Act kind="second" onAct={() => setLooking(true)}>
              Find the other record
            </Act>
          </div>
        )}
        {isLooking && (
          <TextField name="merge-find" type="search" label="Name of the other record" value={text} onChange={setText} autoFocus />
        )}
        <Lines>
          {others.map((each) => (
            <Line
              key={each.personId}
              note={detailOf(each)}
              aside={
                <Act kind="second" onAct={() => setOther(each)}>
                  This one
                </Act>
              }
            >
              {each.name}
            </Line>
          ))}
        </Lines>
        {isLooking && text.trim().length >= 2 && others.length === 0 && <p>Nobody else of that name.</p>}
        <FormProblems problem={merge.problem} advice="Nothing was changed." />
      </Stack>
      <AskOnce
        isOpen={other !== null}
        onClose={() => setOther(null)}
        status="caution"
        title={`Are ${person.name} and ${other?.name ?? ''} one person?`}
        confirm="Yes, they are one person"
        isPending={merge.isSending}
        onConfirm={() => other && void merge.sendAndWait({ intoId: other.personId }).catch(() => setOther(null))}
      >
        <p>
          Lists will show {other?.name} ({other ? detailOf(other) : ''}). Both records stay readable. This cannot be taken back.
        </p>
      </AskOnce>
    </Card>
  )
}
