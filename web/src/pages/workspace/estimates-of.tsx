import { lineWords, readerOf } from '@dripline/clinical/words'
import { useParams } from '@tanstack/react-router'
import { useAskEstimate, useEstimatesOf } from '../../data/estimates.ts'
import { useLines } from '../../data/lines.ts'
import { Card, Columns, Empty, Form, Line, Lines, Link, Page, SelectField, sayDay, TextField } from '../../ui/index.tsx'
import { dollarsOf } from './lines/terms.ts'

export const page = {
  path: '/patients/:patientId/estimates',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Estimates',
  place: 'Patients',
  skeleton: 'cards',
} as const

/** Every version of somebody's good-faith estimate, each on paper, and one that they ask for. */
export default function EstimatesOf() {
  const { patientId = '' } = useParams({ strict: false })
  const versions = useEstimatesOf(patientId)
  return (
    <Page title="Estimates" lead={<Link href={`/patients/${patientId}`}>Back to the chart</Link>}>
      <Columns>
        <Card title="Versions" note={versions.length === 0 ? undefined : `${versions.length}`}>
          {versions.length === 0 ? (
            <Empty>Each booking with a price that is three business days ahead, or more, makes one by itself.</Empty>
          ) : (
            <Lines>
              {versions.map(({ estimateId, version, madeOn, totalUsd, dueBy, sentAt, handedAt }) => (
                <Line
                  key={estimateId}
                  note={handedAt ? 'given on paper' : sentAt ? 'sent' : `due by ${sayDay(dueBy)}`}
                  aside={dollarsOf(totalUsd)}
                >
                  <Link href={`/estimates/${estimateId}`}>{`Version ${version}, made ${sayDay(madeOn)}`}</Link>
                </Line>
              ))}
            </Lines>
          )}
        </Card>
        <Ask personId={patientId} />
      </Columns>
    </Page>
  )
}

const staff = readerOf('en')

function Ask({ personId }: { personId: string }) {
  const ask = useAskEstimate(personId)
  const priced = useLines().lines.filter(({ priceUsd, isRetired }) => !isRetired && priceUsd !== null && Number(priceUsd) > 0)
  return (
    <Card title="They ask for one">
      <Form
        sends={ask}
        scope="ask"
        body={({ text }) => ({ lines: [{ lineId: text('lines.0.lineId'), count: Number(text('lines.0.count')) }] })}
        act="Make it and send it"
        saved="Made"
      >
        <p>What they have booked is in it by itself; add what they think of.</p>
        <SelectField
          name="lines.0.lineId"
          label="Service"
          options={priced.map((line) => ({
            value: line.id,
            label: `${lineWords(staff, line).name}, ${dollarsOf(line.priceUsd)}`,
          }))}
        />
        <TextField name="lines.0.count" label="How many" decimal defaultValue="1" />
      </Form>
    </Card>
  )
}
