import { book } from '@dripline/clinical'
import { useState } from 'react'
import { usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Card, Choice, Fact, Facts, Form, quantity, Stack, sayTime, TextField } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import { Agreed } from '../frame/agreed.tsx'
import { ownReading, type Reader, TwoReaders } from '../frame/two-readers.tsx'
import { kindOf } from '../kind-of.ts'

/** What is left of the drawn dose: two people each read the mL and type it unseen by the other; until then nobody leaves. */
export function WasteCard(open: Open) {
  const { visit, session } = open
  const { user } = usePageData().frame
  const { drawnMg, wastedMg } = book(session, visit.now)
  const { kind, readings } = visit.waste
  const isMine = kind === 'one' && readings.some(({ by }) => by === user?.id)
  const waste = useStep(visit.id, ofVisit.waste)
  const isPumpUnread = session.startedAt !== null && session.pumpTotal === null
  return (
    <Card title={titleOf(kind, isMine)} note="given plus wasted equals drawn up">
      <Stack>
        <Facts>
          <Fact label="Drawn up">{quantity(drawnMg, 'mg')}</Fact>
          {wastedMg !== '0' && <Fact label="Wasted before">{quantity(wastedMg, 'mg')}</Fact>}
          {readings.map(({ by, at }) => (
            <Fact key={by} label={`${visit.names[by] ?? ''} read`}>
              {sayTime(at, visit.zone)}, hidden until both have read
            </Fact>
          ))}
        </Facts>
        {kind === 'agree' ? (
          <Agreed
            record={waste}
            sent={{}}
            title="Both readings match and are saved. The waste is not recorded yet."
            advice="Both readings are saved."
            labels={{ totalMl: 'Pump total' }}
            act="Record the waste"
            kind={kindOf(visit, 'record-waste')}
            disabledReason={isPumpUnread ? 'Read the pump total first.' : undefined}
          />
        ) : (
          <TwoReaders
            act="waste"
            facts={{ sessionId: visit.id, what: 'waste of what is left' }}
            what="to witness the waste"
            isMine={isMine}
            kind={kindOf(visit, 'read-waste-second')}
            form={(who, onDone) => (
              <WasteForm key={ownReading(visit, 'waste-reading', who)} {...open} who={who} onDone={onDone} />
            )}
          />
        )}
      </Stack>
    </Card>
  )
}

const titleOf = (kind: Open['visit']['waste']['kind'], isMine: boolean): string => {
  if (kind === 'differ') return 'The two waste readings do not match. Both read again'
  if (kind === 'one')
    return isMine ? 'Your reading is saved. A second person reads the waste' : 'One reading is saved. Yours is next'
  return kind === 'agree' ? 'Both readings match. The waste is not recorded yet' : 'Waste what is left with a witness'
}

const places = [
  { value: 'bag', label: 'In the bag' },
  { value: 'syringe', label: 'In the syringe' },
]

function WasteForm({ visit, session, who, onDone }: Open & { who: Reader; onDone: () => void }) {
  const [ml, setMl] = useState('')
  const [of, setOf] = useState<'bag' | 'syringe'>('bag')
  const send = useStep(visit.id, ofVisit['waste-readings'], onDone)
  return (
    <Form
      name={`What ${who.name} sees wasted`}
      scope="waste"
      sends={send}
      body={() => ({ ml, of, ...(who.proof !== undefined && { proof: who.proof }) })}
      act="Save my reading"
      kind={kindOf(visit, 'read-waste', 'read-waste-second', 'read-waste-again')}
      size="chair"
      disabledReason={ml.trim() ? undefined : 'Not read yet.'}
      labels={{ ml: 'Wasted', totalMl: 'Pump total' }}
      advice="Readings already saved stay saved."
    >
      {session.startedAt === null && (
        <Choice
          name="of"
          label="Where it is"
          look="line"
          value={of}
          onChange={(value) => setOf(value === 'syringe' ? 'syringe' : 'bag')}
          options={places}
        />
      )}
      <TextField name="ml" label={`Wasted, read by ${who.name}`} unit="mL" decimal value={ml} onChange={setMl} />
    </Form>
  )
}
