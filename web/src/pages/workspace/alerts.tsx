import { type FormEvent, useMemo, useState } from 'react'
import { holds, usePageData } from '../../data/page-data.ts'
import { type Alert, useAlerts, useCloseAlert, useOwnAlert } from '../../data/people.ts'
import {
  Act,
  Card,
  Columns,
  Elapsed,
  Empty,
  FormProblems,
  faultOf,
  Link,
  LiveState,
  Page,
  Row,
  Stack,
  StatusMark,
  TextField,
  Time,
} from '../../ui/index.tsx'
import { under } from './clinic/under.ts'

export const page = {
  path: '/alerts',
  for: ['owner', 'prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Alerts',
  skeleton: 'cards',
} as const

const titleOf = (open: readonly Alert[]) => {
  const unowned = open.filter(({ ownerId }) => ownerId === null)
  if (open.length === 0) return 'No alert is open'
  if (unowned.length === 0) return 'Every open alert has an owner'
  return unowned.length === 1 ? `Nobody owns the alert about ${unowned[0]?.name}` : `Nobody owns ${unowned.length} alerts`
}

/** Alerts stay until somebody says what they did; one by one, never many at once. */
export default function Alerts() {
  const { open, closed } = useAlerts()
  return (
    <Page title={titleOf(open)} lead="Each is owned by name and closed with what was done.">
      <LiveState what="alerts" />
      <Columns kind="side">
        <Stack>
          {open.length === 0 && (
            <Card>
              <Empty icon="check">Answers, calls and visits raise alerts here: a safety answer, a pain that got worse.</Empty>
            </Card>
          )}
          {open.map((alert) => (
            <OpenAlert key={alert.id} alert={alert} />
          ))}
        </Stack>
        <Card title="Closed last">
          <Stack>
            {closed.length === 0 && <p>Nothing was closed yet.</p>}
            {closed.map((alert) => (
              <div key={alert.id}>
                <b>
                  <Link href={`/patients/${alert.personId}`}>{alert.name}</Link>
                </b>
                , {alert.kind}
                <div>{alert.action}</div>
                <small>
                  {alert.closedBy}
                  {alert.closedAt && (
                    <>
                      , <Time at={alert.closedAt} form="day and time" />
                    </>
                  )}
                </small>
              </div>
            ))}
          </Stack>
        </Card>
      </Columns>
    </Page>
  )
}

function OpenAlert({ alert }: { alert: Alert }) {
  const { user } = usePageData().frame
  const own = useOwnAlert(alert.id)
  const isMine = alert.ownerId !== null && alert.ownerId === user?.id
  const mayOwn = holds(user, 'prescriber', 'nurse', 'front desk')
  const mayClose = holds(user, 'prescriber', 'nurse')
  return (
    <Card
      edge={alert.ownerId ? 'plain' : 'exclude'}
      title={<Link href={`/patients/${alert.personId}`}>{alert.name}</Link>}
      note={<a href={`tel:${alert.phone}`}>{alert.phone}</a>}
      aside={<StatusMark status={alert.kind === 'safety' ? 'exclude' : 'defer'} word={alert.kind} />}
    >
      <Stack>
        <p>
          Raised <Time at={alert.raisedAt} form="day and time" />, <Elapsed since={alert.raisedAt} /> ago, by: {alert.cause}.{' '}
          {alert.owner ? `${alert.owner} owns it.` : 'Nobody owns it yet.'}
        </p>
        {mayOwn && !isMine && (
          <Row>
            <Act kind={alert.ownerId ? 'second' : 'main'} isPending={own.isSending} onAct={() => own.send({})}>
              {alert.owner ? `Take it over from ${alert.owner}` : 'I take it'}
            </Act>
          </Row>
        )}
        <FormProblems problem={own.problem} advice="The alert is as it was." />
        {mayClose && isMine && <CloseForm alert={alert} />}
      </Stack>
    </Card>
  )
}

function CloseForm({ alert }: { alert: Alert }) {
  const close = useCloseAlert(alert.id)
  const problem = useMemo(() => under(alert.id, close.problem), [alert.id, close.problem])
  const field = `${alert.id}.action`
  const [action, setAction] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    close.send({ action })
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <FormProblems problem={problem} labels={{ [field]: 'What you did' }} />
        <TextField
          name={field}
          label="What you did"
          lines={2}
          value={action}
          onChange={setAction}
          fault={faultOf(problem, field)}
          maxLength={1000}
        />
        <Row>
          <Act submits isPending={close.isSending}>
            Close this alert
          </Act>
        </Row>
      </Stack>
    </form>
  )
}
