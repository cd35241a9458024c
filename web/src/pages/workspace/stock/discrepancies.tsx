import { type FormEvent, useMemo, useState } from 'react'
import { usePageData } from '../../../data/page-data.ts'
import { type Discrepancy, useCloseDiscrepancy, useOwnDiscrepancy } from '../../../data/substances.ts'
import { Button, Card, FormProblems, faultOf, quantity, Row, Stack, TextField, Time } from '../../../ui/index.tsx'
import { under } from '../clinic/under.ts'

/** Where book and count differ, until somebody has said what was found. */
export const Discrepancies = ({ list }: { list: readonly Discrepancy[] }) =>
  list.length > 0 && (
    <Card title="Book and count differ" edge="exclude">
      <Stack>
        {list.map((each) => (
          <One key={each.id} found={each} />
        ))}
      </Stack>
    </Card>
  )

const sayFound = ({ vial, book, counted, sessionId }: Discrepancy) =>
  sessionId !== null
    ? `A visit: ${quantity(book, 'mg')} drawn, ${quantity(counted, 'mg')} given and wasted`
    : sayCounted({ vial, book, counted })

const sayCounted = ({ vial, book, counted }: Pick<Discrepancy, 'vial' | 'book' | 'counted'>) =>
  vial === null
    ? `Sealed vials: ${book} by the book, ${counted} counted`
    : `Vial ${vial}: ${quantity(book, 'mL')} by the book, about ${quantity(counted, 'mL')} counted`

function One({ found }: { found: Discrepancy }) {
  const isMine = usePageData().frame.user?.id === found.ownerId
  const own = useOwnDiscrepancy(found.id)
  const close = useCloseDiscrepancy(found.id)
  const problem = useMemo(() => under(found.id, close.problem ?? own.problem), [found.id, close.problem, own.problem])
  const field = `${found.id}.action`
  const [action, setAction] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    close.send({ action })
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <p>
          <b>{sayFound(found)}</b>, since <Time at={found.openedAt} form="day and time" />. Owner: {found.owner}.
        </p>
        <FormProblems problem={problem} labels={{ [field]: 'What was found and done' }} />
        {isMine ? (
          <>
            <TextField
              name={field}
              label="What was found and done"
              lines={2}
              value={action}
              onChange={setAction}
              fault={faultOf(problem, field)}
            />
            <Row>
              <Button kind="second" submits isPending={close.isSending}>
                Close this discrepancy
              </Button>
            </Row>
          </>
        ) : (
          <Row>
            <Button kind="second" isPending={own.isSending} onClick={() => own.send({})}>
              I will take it
            </Button>
          </Row>
        )}
      </Stack>
    </form>
  )
}
