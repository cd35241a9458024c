import { useState } from 'react'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, Card, FormProblems, Row, sayTime } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import { ownReading, TwoReaders } from '../frame/two-readers.tsx'
import { kindOf } from '../kind-of.ts'
import { ReadingForm } from './reading-form.tsx'

/** Who reads now: whoever is signed in on this tablet, or somebody else who proves first who they are. */
export function Readers(open: Open) {
  const { visit } = open
  const { user } = usePageData().frame
  const mine = visit.check.kind === 'one' ? visit.check.readings.find(({ by }) => by === user?.id) : undefined
  return (
    <TwoReaders
      act="draw-up"
      facts={visit.facts}
      what="to read this syringe and this pump"
      isMine={mine !== undefined}
      mayRead={holds(user, 'nurse', 'prescriber')}
      kind={kindOf(visit, 'read-second')}
      form={(who, onDone) => <ReadingForm key={ownReading(visit, 'check-reading', who)} {...open} who={who} onDone={onDone} />}
      kept={mine && <Kept {...open} at={mine.at} id={mine.id} />}
    />
  )
}

/** My reading as it is kept, on my own tablet; the other person's is hidden from me as mine is from them. */
function Kept({ visit, at, id }: Open & { at: string; id: string }) {
  const back = useStep(visit.id, ofVisit.readings['take-back'])
  const [isShown, setShown] = useState(false)
  const reading = visit.events.find((event) => event.id === id)
  if (reading?.kind !== 'check-reading') return null
  return (
    <Card title="What I read" note={`saved ${sayTime(at, visit.zone)}`}>
      <p>
        {isShown
          ? `${reading.infusateMg} mg on the label, ${reading.syringeMl} mL in the syringe, ${reading.rateMlPerHour} mL/h on the pump`
          : 'Saved, and hidden from the next person.'}
      </p>
      <FormProblems problem={back.problem} advice="Your reading was not changed." />
      <Row>
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
