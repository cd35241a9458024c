import { type DrugRoute, drugRoutes, isKind, drugs as known } from '@dripline/clinical'
import { useState } from 'react'
import { type ChairDrugs, useChartEmergency } from '../../../../data/drugs.ts'
import { Button, Card, Form, Row, SelectField, Stack, StatusMark, TextField } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { AnyOpen } from '../folded.ts'
import { happenedAt, WhenPicker } from '../pads/when-picker.tsx'
import { OpenTask } from './open-task.tsx'

type Props = AnyOpen & { drugs: ChairDrugs }

/** What was given in an emergency is written first; vial, second person and order stay open with their owner until closed. */
export function Emergency(props: Props) {
  const { visit, session, drugs } = props
  const [isWriting, setWriting] = useState(false)
  const doses = session.entries
    .map(({ event }) => event)
    .filter(isKind('drug-given'))
    .filter(({ how }) => how === 'emergency')
  return (
    <Card
      title="Emergency, charted at once"
      edge={drugs.tasks.length > 0 ? 'exclude' : 'plain'}
      aside={
        !isWriting && (
          <Button kind="second" onClick={() => setWriting(true)}>
            {doses.length === 0 ? 'Write what was given' : 'Write another'}
          </Button>
        )
      }
    >
      <Stack>
        {doses.map((dose) => (
          <div key={dose.id}>
            <p>
              <b>
                {sayTime(dose.at, visit.zone)} {dose.drug} {quantity(dose.amount, 'mg')} {dose.route}
              </b>
              , {visit.names[dose.by] ?? ''}. {dose.reason}
            </p>
            <StatusMark status="caution" word="Outside the list and the signed lines, marked so." />
            {drugs.tasks
              .filter(({ eventId }) => eventId === dose.id)
              .map((task) => (
                <OpenTask key={task.id} visit={visit} drugs={drugs} task={task} dose={dose} />
              ))}
          </div>
        ))}
        {doses.length === 0 && !isWriting && (
          <p>Given already, and not by the list or a signed line? It is charted here at once.</p>
        )}
        {isWriting && <EmergencyForm {...props} onDone={() => setWriting(false)} />}
      </Stack>
    </Card>
  )
}

const OTHER = 'other'
const choices = [...known.map(({ id, title }) => ({ value: id, label: title })), { value: OTHER, label: 'Another, by its label' }]
const empty = { drugId: '', word: '', mg: '', reason: '', ago: '0' }

function EmergencyForm({ visit, onDone }: Props & { onDone: () => void }) {
  const [said, setSaid] = useState(empty)
  const [route, setRoute] = useState<DrugRoute>('IV')
  const field = (key: keyof typeof empty) => ({
    name: key,
    value: said[key],
    onChange: (value: string) => setSaid({ ...said, [key]: value }),
  })
  const isOther = said.drugId === OTHER
  const isWhole = (isOther ? said.word.trim() : said.drugId) && said.mg.trim() && said.reason.trim()
  const body = () => ({
    drugId: isOther ? null : said.drugId,
    word: isOther ? said.word.trim() : null,
    route,
    mg: said.mg.trim(),
    reason: said.reason.trim(),
    ...happenedAt(visit.now, said.ago),
  })
  return (
    <Form
      sends={useChartEmergency(visit.id, onDone)}
      body={body}
      act="Chart it now"
      kind="second"
      size="chair"
      disabledReason={isWhole ? undefined : 'Drug, mg and what happened first.'}
      labels={{ drugId: 'Drug', mg: 'How much', reason: 'What happened, and on whose word' }}
      onCancel={onDone}
      cancel="Back"
    >
      <Row>
        <SelectField {...field('drugId')} label="Drug" empty="Choose" options={choices} />
        {isOther && <TextField {...field('word')} label="As on the label" maxLength={100} />}
        <TextField {...field('mg')} label="How much" decimal unit="mg" />
        <SelectField
          name="route"
          label="How"
          value={route}
          onChange={(each) => setRoute(each as DrugRoute)}
          options={drugRoutes}
        />
        <WhenPicker {...field('ago')} name="emergency-at" />
      </Row>
      <TextField {...field('reason')} label="What happened, and on whose word" maxLength={300} />
    </Form>
  )
}
