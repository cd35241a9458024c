import { lineWords, readerOf } from '@dripline/clinical/words'
import { type Lines as AllLines, type Line as ServiceLine, useRetireLine, useSetLine } from '../../../data/lines.ts'
import { Card, Form, Line, Lines, Link, Stack, sayDay, TextField, Time } from '../../../ui/index.tsx'
import { LineFields } from './line-fields.tsx'
import { LinePreview } from './line-preview.tsx'
import { dollarsOf, shownOf, termsIn } from './terms.ts'

type DetailProps = { line: ServiceLine; all: AllLines }

/** One line: what it is from which day, how it changes, how it ends, and everything that held before. */
export function LineDetail({ line, all }: DetailProps) {
  const set = useSetLine(line.id)
  const shown = shownOf(line)
  const { name } = lineWords(readerOf('en'), line)
  return (
    <Stack>
      <Card title={name} note={line.isShipped ? 'Shipped with Dripline' : 'Your own'}>
        <Stack>
          {line.isShipped && <Elsewhere line={line} />}
          <Form
            sends={set}
            scope={line.id}
            body={(typed) => ({ after: line.last, holdsFrom: typed.text('holdsFrom'), terms: termsIn(typed, shown) })}
            act="Set it from that day"
            saved="Set"
          >
            <LineFields line={shown} all={all} from={all.today} />
            <LinePreview line={shown} scope={name} />
          </Form>
        </Stack>
      </Card>
      <Ending line={line} today={all.today} name={name} />
      <History line={line} />
    </Stack>
  )
}

const Elsewhere = ({ line: { takes, minutes } }: { line: ServiceLine }) =>
  takes === 'infusion' ? (
    <p>How long it takes its chair, its order says.</p>
  ) : (
    <p>
      It takes {minutes} min{takes === 'call' && ', with the room kept around it'}. That is set under{' '}
      <Link href="/defaults">clinical defaults</Link>, once.
    </p>
  )

function Ending({ line, today, name }: { line: ServiceLine; today: string; name: string }) {
  const retire = useRetireLine(line.id)
  if (line.until) return null
  return (
    <Card title="Retire it">
      <Form
        sends={retire}
        scope={`end-${line.id}`}
        body={({ text }) => ({ after: line.last, holdsFrom: text('holdsFrom'), reason: text('reason') })}
        act={`Retire ${name}`}
        kind="stop"
      >
        <p>From that day on nobody books it. What is booked stays, and so does its history.</p>
        <TextField name="holdsFrom" type="date" label="Nothing from" defaultValue={today} />
        <TextField name="reason" label="Why, for those who read it later" lines={2} />
      </Form>
    </Card>
  )
}

function History({ line: { history } }: { line: ServiceLine }) {
  if (history.length === 0) return null
  return (
    <Card title="What was set" note={`${history.length}`}>
      <Lines>
        {[...history].reverse().map(({ version, holdsFrom, isRetired, terms, reason, setBy, setAt }) => (
          <Line key={version} note={`Version ${version}, set by ${setBy}`} aside={<Time at={setAt} form="full day and time" />}>
            From {sayDay(holdsFrom)}:{' '}
            {isRetired ? `retired: ${reason}` : `${dollarsOf(terms.priceUsd)}${terms.words ? `, “${terms.words.en.name}”` : ''}`}
          </Line>
        ))}
      </Lines>
    </Card>
  )
}
