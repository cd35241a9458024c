import { usePageData } from '../../../data/page-data.ts'
import { type Discrepancy, useCloseDiscrepancy, useOwnDiscrepancy } from '../../../data/substances.ts'
import { Button, Card, Form, FormProblems, quantity, Row, Stack, TextField, Time } from '../../../ui/index.tsx'

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
  return (
    <Stack>
      <p>
        <b>{sayFound(found)}</b>, since <Time at={found.openedAt} form="day and time" />. Owner: {found.owner}.
      </p>
      {isMine ? (
        <Form
          scope={found.id}
          sends={close}
          body={({ text }) => ({ action: text('action') })}
          act="Close this discrepancy"
          kind="second"
        >
          <TextField name="action" label="What was found and done" lines={2} />
        </Form>
      ) : (
        <Row>
          <Button kind="second" isPending={own.isSending} onClick={() => own.send({})}>
            I will take it
          </Button>
          <FormProblems problem={own.problem} />
        </Row>
      )}
    </Stack>
  )
}
