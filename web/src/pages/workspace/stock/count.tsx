import { type FormEvent, useState } from 'react'
import { usePolicies } from '../../../data/people.ts'
import { type OpenCount, useCallOffCount, useCount, useEnterCount, useOpenCount } from '../../../data/substances.ts'
import { Button, Card, FormProblems, faultOf, Line, Lines, Row, Stack, StatusMark, TextField } from '../../../ui/index.tsx'

type Open = NonNullable<OpenCount>

/** Two people count, each from their own sign-in; neither sees the other's numbers before both have entered. */
export function Count() {
  const count = useCount()
  const open = useOpenCount()
  const { openedPercent } = usePolicies().drugCount
  return (
    <Card title="Count now" note="two people, each without seeing the other’s count">
      {count ? (
        <Running count={count} />
      ) : (
        <Stack>
          <p>
            The book is exact. A count by eye of an opened vial may differ by {openedPercent} %; beyond that, a discrepancy is
            opened, with an owner. The number of sealed vials must match the book.
          </p>
          <FormProblems problem={open.problem} advice="Reload the page: someone may have started one." />
          <Row>
            <Button kind="second" keyHint="c" isPending={open.isSending} onClick={() => open.send({})}>
              Start a count
            </Button>
          </Row>
        </Stack>
      )}
    </Card>
  )
}

function Running({ count }: { count: Open }) {
  const callOff = useCallOffCount(count.id)
  return (
    <Stack>
      <Lines>
        {count.entered.map(({ staffId, name }) => (
          <Line key={staffId} aside={<StatusMark status="clear" word="entered" />}>
            {name}
          </Line>
        ))}
        {count.entered.length < 2 && (
          <Line aside="not yet">{count.entered.length === 0 ? 'The first person' : 'The second person'}</Line>
        )}
      </Lines>
      {count.own ? <p>Yours is entered. Now a second person counts, from their own sign-in.</p> : <EntryForm count={count} />}
      <FormProblems problem={callOff.problem} />
      <Row>
        <Button kind="second" isPending={callOff.isSending} onClick={() => callOff.send({})}>
          Cancel the count
        </Button>
      </Row>
    </Stack>
  )
}

function EntryForm({ count }: { count: Open }) {
  const enter = useEnterCount(count.id)
  const { problem } = enter
  const [sealed, setSealed] = useState('')
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({})
  const isWhole = /^\d{1,4}$/.test(sealed.trim())
  const send = (event: FormEvent) => {
    event.preventDefault()
    const opened = count.opened.map(({ vialId }) => ({ vialId, ml: (seen[vialId] ?? '').trim() }))
    if (isWhole) enter.send({ sealed: Number(sealed), opened })
  }
  const labels = Object.fromEntries(count.opened.map(({ vialId, number }) => [vialId, `Vial ${number}`]))
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <FormProblems problem={problem} labels={{ sealed: 'Sealed vials', ...labels }} />
        <TextField
          name="sealed"
          label="Sealed vials"
          decimal
          value={sealed}
          onChange={setSealed}
          fault={faultOf(problem, 'sealed')}
        />
        {count.opened.map(({ vialId, number }, i) => (
          <TextField
            key={vialId}
            name={vialId}
            label={`Vial ${number}, about`}
            unit="mL"
            decimal
            value={seen[vialId] ?? ''}
            onChange={(ml) => setSeen({ ...seen, [vialId]: ml })}
            fault={faultOf(problem, vialId) ?? faultOf(problem, `opened.${i}.ml`)}
          />
        ))}
        <Row>
          <Button
            kind="second"
            submits
            isPending={enter.isSending}
            disabledReason={isWhole ? undefined : 'Enter the number of sealed vials first.'}
          >
            Sign my count
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
