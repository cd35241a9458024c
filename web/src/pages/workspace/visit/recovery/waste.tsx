import { book } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import { usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import {
  Button,
  Card,
  Choice,
  Fact,
  Facts,
  FieldScope,
  FormProblems,
  faultOf,
  Row,
  SecondPerson,
  Stack,
  TextField,
} from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'

type Reader = { kind: 'me' } | { kind: 'proving' } | { kind: 'other'; proof: string; name: string }

/** What is left of the drawn dose: two people each read the mL and type it unseen by the other; until then nobody leaves. */
export function WasteCard(open: Open) {
  const { visit, session } = open
  const { user } = usePageData().frame
  const [reader, setReader] = useState<Reader>({ kind: 'me' })
  const { drawnMg, wastedMg } = book(session, visit.now)
  const { kind, readings } = visit.waste
  const mine = kind === 'one' && readings.find(({ by }) => by === user?.id)
  return (
    <Card title={titleOf(kind, mine !== false && mine !== undefined)} note="given plus wasted equals drawn up">
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
        {reader.kind === 'proving' && (
          <SecondPerson
            act="waste"
            facts={{ sessionId: visit.id, what: 'waste of what is left' }}
            what="to witness the waste"
            onProof={(proof, { name }) => setReader({ kind: 'other', proof, name })}
            onSendBack={() => setReader({ kind: 'me' })}
            sendBack="Not now"
          />
        )}
        {reader.kind === 'other' && (
          <WasteForm key={reader.proof} {...open} who={reader} onDone={() => setReader({ kind: 'me' })} />
        )}
        {reader.kind === 'me' && !mine && kind !== 'agree' && user && <WasteForm key={readings.length} {...open} who={user} />}
        {kind === 'agree' && <RecordWaste {...open} />}
        {reader.kind === 'me' && kind !== 'agree' && (
          <Row>
            <Button
              kind={mine ? kindOf(visit, 'read-waste-second') : 'second'}
              size="chair"
              icon="lock"
              onClick={() => setReader({ kind: 'proving' })}
            >
              {mine ? 'Second person reads on this tablet' : 'Someone else reads on this tablet'}
            </Button>
          </Row>
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

type WasteFormProps = Open & { who: { name: string; proof?: string }; onDone?: () => void }

function WasteForm({ visit, session, who, onDone }: WasteFormProps) {
  const [ml, setMl] = useState('')
  const [of, setOf] = useState<'bag' | 'syringe'>('bag')
  const send = useStep(visit.id, ofVisit['waste-readings'], onDone)
  const neverRan = session.startedAt === null
  const store = (event: FormEvent) => {
    event.preventDefault()
    send.send({ ml, of, ...(who.proof !== undefined && { proof: who.proof }) })
  }
  return (
    <FieldScope name="waste">
      <form onSubmit={store} noValidate aria-label={`What ${who.name} sees wasted`}>
        <Stack>
          {neverRan && (
            <Choice
              name="of"
              label="Where it is"
              look="line"
              value={of}
              onChange={(value) => setOf(value === 'syringe' ? 'syringe' : 'bag')}
              options={[
                { value: 'bag', label: 'In the bag' },
                { value: 'syringe', label: 'In the syringe' },
              ]}
            />
          )}
          <TextField
            name="ml"
            label={`Wasted, read by ${who.name}`}
            unit="mL"
            decimal
            value={ml}
            onChange={setMl}
            fault={faultOf(send.problem, 'ml')}
          />
          <FormProblems
            problem={send.problem}
            labels={{ ml: 'Wasted', totalMl: 'Pump total' }}
            advice="Readings already saved stay saved."
          />
          <Row>
            <Button
              kind={kindOf(visit, 'read-waste', 'read-waste-second', 'read-waste-again')}
              submits
              size="chair"
              isPending={send.isSending}
              disabledReason={ml.trim() ? undefined : 'Not read yet.'}
            >
              Save my reading
            </Button>
          </Row>
        </Stack>
      </form>
    </FieldScope>
  )
}

/** Both agree and it is not recorded: what stood in the way is said, and it is tried again. */
function RecordWaste({ visit, session }: Open) {
  const waste = useStep(visit.id, ofVisit.waste)
  const isPumpUnread = session.startedAt !== null && session.pumpTotal === null
  return (
    <>
      <FormProblems problem={waste.problem} labels={{ totalMl: 'Pump total' }} advice="Both readings are saved." />
      <Button
        kind={kindOf(visit, 'record-waste')}
        size="chair"
        isPending={waste.isSending}
        disabledReason={isPumpUnread ? 'Read the pump total first.' : undefined}
        onClick={() => waste.send({})}
      >
        Record the waste
      </Button>
    </>
  )
}
