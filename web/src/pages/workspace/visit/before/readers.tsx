import { useState } from 'react'
import { usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, Card, FormProblems, Row, SecondPerson } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'
import styles from '../visit.module.css'
import { ReadingForm } from './reading-form.tsx'

type Reader = { kind: 'me' } | { kind: 'proving' } | { kind: 'other'; proof: string; id: string; name: string }

/** Who reads now: whoever is signed in on this tablet, or somebody else who proves first who they are. */
export function Readers(open: Open) {
  const { visit } = open
  const { user } = usePageData().frame
  const [reader, setReader] = useState<Reader>({ kind: 'me' })
  const mine = visit.check.kind === 'one' && visit.check.readings.find(({ by }) => by === user?.id)
  const mayRead = user?.roles.some((role) => role === 'nurse' || role === 'prescriber')
  if (reader.kind === 'proving')
    return (
      <SecondPerson
        act="draw-up"
        facts={visit.facts}
        what="to read this syringe and this pump"
        onProof={(proof, { id, name }) => setReader({ kind: 'other', proof, id, name })}
        onSendBack={() => setReader({ kind: 'me' })}
        sendBack="Not now"
      />
    )
  if (reader.kind === 'other') return <ReadingForm {...open} who={reader} onLeave={() => setReader({ kind: 'me' })} />
  const other = (
    <Button
      kind={mine ? kindOf(visit, 'read-second') : 'second'}
      size="chair"
      icon="lock"
      onClick={() => setReader({ kind: 'proving' })}
    >
      {mine ? 'Second person reads on this tablet' : 'Someone else reads on this tablet'}
    </Button>
  )
  if (mine) return <Kept {...open} at={mine.at} id={mine.id} aside={other} />
  return (
    <>
      {mayRead && user && <ReadingForm {...open} who={{ id: user.id, name: user.name }} />}
      <Row>{other}</Row>
    </>
  )
}

/** My reading as it is kept, on my own tablet; the other person's is hidden from me as mine is from them. */
function Kept({ visit, at, id, aside }: Open & { at: string; id: string; aside: React.ReactNode }) {
  const back = useStep(visit.id, ofVisit.readings['take-back'])
  const [isShown, setShown] = useState(false)
  const reading = visit.events.find((event) => event.id === id)
  if (reading?.kind !== 'check-reading') return null
  return (
    <Card title="What I read" note={`saved ${sayTime(at, visit.zone)}`}>
      <p className={styles.kept}>
        {isShown
          ? `${reading.mg} mg on the label, ${reading.syringeMl} mL in the syringe, ${reading.rateMlPerHour} mL/h on the pump`
          : 'Saved, and hidden from the next person.'}
      </p>
      <FormProblems problem={back.problem} advice="Your reading was not changed." />
      <Row>
        {aside}
        <Button kind="second" size="chair" onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide it' : 'Show my reading'}
        </Button>
        <Button kind="second" size="chair" isPending={back.isSending} onClick={() => back.send({})}>
          Withdraw my reading
        </Button>
      </Row>
    </Card>
  )
}
