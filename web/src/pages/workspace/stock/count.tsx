import { useState } from 'react'
import { usePolicies } from '../../../data/people.ts'
import { type OpenCount, useCallOffCount, useCount, useEnterCount, useOpenCount } from '../../../data/substances.ts'
import { Button, Card, Form, FormProblems, faultOf, Line, Lines, Row, Stack, StatusMark, TextField } from '../../../ui/index.tsx'

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
  const [sealed, setSealed] = useState('')
  const isWhole = /^\d{1,4}$/.test(sealed.trim())
  return (
    <Form
      sends={enter}
      body={({ text }) => ({
        sealed: Number(sealed),
        opened: count.opened.map(({ vialId }) => ({ vialId, ml: text(vialId).trim() })),
      })}
      labels={Object.fromEntries(count.opened.map(({ number }, i) => [`opened.${i}.ml`, `Vial ${number}`]))}
      act="Sign my count"
      kind="second"
      disabledReason={isWhole ? undefined : 'Enter the number of sealed vials first.'}
    >
      <TextField name="sealed" label="Sealed vials" decimal value={sealed} onChange={setSealed} />
      {count.opened.map(({ vialId, number }, i) => (
        <TextField
          key={vialId}
          name={vialId}
          label={`Vial ${number}, about`}
          unit="mL"
          decimal
          fault={faultOf(enter.problem, `opened.${i}.ml`)}
        />
      ))}
    </Form>
  )
}
