import { lineWords, readerOf } from '@dripline/clinical/words'
import { useState } from 'react'
import { type Line as ServiceLine, useBeginLine, useLines } from '../../data/lines.ts'
import { Button, Card, Columns, Form, filterOf, Line, Lines, Listing, Page, Stack, sayDay } from '../../ui/index.tsx'
import { LineDetail } from './lines/line-detail.tsx'
import { LineFields } from './lines/line-fields.tsx'
import { LinePreview } from './lines/line-preview.tsx'
import { dollarsOf, newLine, termsIn } from './lines/terms.ts'

export const page = {
  path: '/lines',
  for: ['owner', 'prescriber'],
  mood: 'work',
  title: 'Services and prices',
  skeleton: 'cards',
} as const

const PAGE = 20
const shown = [
  { value: 'offered', label: 'Offered' },
  { value: 'retired', label: 'Retired' },
] as const
type Which = (typeof shown)[number]['value']

/** The clinic's service lines: what is offered, for whom, how long and at what price; each change from a day on. */
export default function LinesPage() {
  const data = useLines()
  const [which, setWhich] = useState<Which>('offered')
  const [at, setAt] = useState(1)
  const [chosen, setChosen] = useState<string | null>(null)
  const found = data.lines.filter(({ isRetired }) => isRetired === (which === 'retired'))
  const line = data.lines.find(({ id }) => id === chosen)
  const choose = (value: Which) => {
    setWhich(value)
    setAt(1)
  }
  return (
    <Page
      title="Services and prices"
      lead="What can be booked, who may book it, and what it costs in full. A change holds from the day you give; what held before stays readable."
    >
      <Columns kind="halves">
        <Listing
          filters={[filterOf({ name: 'which', label: 'Service lines', value: which, options: shown, onChange: choose })]}
          beside={
            <Button kind="second" icon="plus" onClick={() => setChosen(null)}>
              A new line
            </Button>
          }
          empty={{ icon: 'calendar', says: which === 'retired' ? 'No line was retired.' : 'Nothing is offered.' }}
          page={at}
          size={PAGE}
          total={found.length}
          onPage={setAt}
        >
          {found.length > 0 && (
            <Card>
              <Lines>
                {found.slice((at - 1) * PAGE, at * PAGE).map((each) => (
                  <LineRow key={each.id} line={each} onChoose={() => setChosen(each.id)} />
                ))}
              </Lines>
            </Card>
          )}
        </Listing>
        {line ? <LineDetail key={`${line.id} ${line.last}`} line={line} all={data} /> : <NewLine today={data.today} />}
      </Columns>
    </Page>
  )
}

const saysOf = ({ minutes, priceUsd, bookedBy, until, from }: ServiceLine, today: string): string =>
  [
    minutes === null ? 'as long as its order says' : `${minutes} min`,
    dollarsOf(priceUsd),
    bookedBy === 'public' ? 'booked by the public' : 'booked by staff',
    from && from > today && `from ${sayDay(from)}`,
    until && `until ${sayDay(until)}`,
  ]
    .filter(Boolean)
    .join(' · ')

function LineRow({ line, onChoose }: { line: ServiceLine; onChoose: () => void }) {
  const { today } = useLines()
  const { name } = lineWords(readerOf('en'), line)
  return (
    <Line
      note={saysOf(line, today)}
      aside={
        <Button kind="second" onClick={onChoose}>
          Open <span className="heard">{name}</span>
        </Button>
      }
    >
      {name}
    </Line>
  )
}

function NewLine({ today }: { today: string }) {
  const begin = useBeginLine()
  const all = useLines()
  return (
    <Card title="A new line" note="A chair visit of your own">
      <Stack>
        <Form
          sends={begin}
          scope="new-line"
          body={(typed) => ({ holdsFrom: typed.text('holdsFrom'), terms: termsIn(typed, newLine) })}
          clears
          act="Add the line"
          icon="plus"
        >
          <LineFields line={newLine} all={all} from={today} />
          <LinePreview line={newLine} scope="new-line" />
        </Form>
      </Stack>
    </Card>
  )
}
