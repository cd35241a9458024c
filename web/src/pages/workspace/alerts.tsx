import { holds, usePageData } from '../../data/page-data.ts'
import { type Alert, type Alerts, alertsFile, useAlerts, useCloseAlert, useOwnAlert } from '../../data/people.ts'
import {
  Button,
  Card,
  Elapsed,
  Form,
  FormProblems,
  filterOf,
  Link,
  Listing,
  LiveState,
  Page,
  Row,
  Stack,
  StatusMark,
  sayPhone,
  TextField,
  Time,
  useAsked,
} from '../../ui/index.tsx'
import { LettersComeBack } from './patients/letters-come-back.tsx'

export const page = {
  path: '/alerts',
  for: ['owner', 'prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Alerts',
  skeleton: 'cards',
} as const

type Asked = { state: 'open' | 'closed'; owner: 'anybody' | 'nobody' | 'me'; page: number }

const among = { state: ['open', 'closed'], owner: ['anybody', 'nobody', 'me'] } as const

const titleOf = ({ open, unowned }: Alerts['counts'], shown: readonly Alert[]) => {
  if (open === 0) return 'No alert is open'
  if (unowned === 0) return 'Every open alert has an owner'
  const [only] = shown.filter(({ ownerId, closedAt }) => ownerId === null && closedAt === null)
  return unowned === 1 && only
    ? `No one owns the alert about ${only.name}`
    : `No one owns ${unowned} ${unowned === 1 ? 'alert' : 'alerts'}`
}

/** Alerts stay until somebody says what they did; one by one, never many at once. */
export default function AlertsPage() {
  const { asked, shown, ask } = useAsked<Asked>({ state: 'open', owner: 'anybody', page: 1 }, among)
  const { alerts, total, size, counts } = useAlerts(shown)
  return (
    <Page title={titleOf(counts, alerts)} lead="Each one has an owner by name and is closed with what was done.">
      <LiveState what="alerts" />
      <Listing
        filters={[
          filterOf({
            name: 'state',
            label: 'Show',
            value: asked.state,
            onChange: (value) => ask({ state: value }),
            options: [
              { value: 'open', label: `Open ${counts.open}` },
              { value: 'closed', label: 'Closed' },
            ],
          }),
          filterOf({
            name: 'owner',
            label: 'Owner',
            value: asked.owner,
            onChange: (value) => ask({ owner: value }),
            options: [
              { value: 'anybody', label: 'Anyone' },
              { value: 'nobody', label: `No one ${counts.unowned}` },
              { value: 'me', label: `Me ${counts.mine}` },
            ],
          }),
        ]}
        file={{ href: alertsFile(asked.state), name: 'alerts.csv' }}
        empty={{ icon: 'check', says: 'Answers, calls and visits raise alerts: a safety answer, pain that got worse.' }}
        page={shown.page}
        onPage={(page) => ask({ page })}
        {...{ size, total }}
      >
        {alerts.map((alert) =>
          shown.state === 'open' ? <OpenAlert key={alert.id} alert={alert} /> : <ClosedAlert key={alert.id} alert={alert} />,
        )}
      </Listing>
    </Page>
  )
}

const ClosedAlert = ({ alert: { personId, name, kind, action, closedBy, closedAt } }: { alert: Alert }) => (
  <Card title={<Link href={`/patients/${personId}`}>{name}</Link>} note={kind}>
    <p>{action}</p>
    <small>
      {closedBy}
      {closedAt && (
        <>
          , <Time at={closedAt} form="full day and time" />
        </>
      )}
    </small>
  </Card>
)

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
      note={<a href={`tel:${alert.phone}`}>{sayPhone(alert.phone)}</a>}
      aside={<StatusMark status={alert.kind === 'safety' ? 'exclude' : 'defer'} word={alert.kind} />}
    >
      <Stack>
        {alert.lettersComeBack && <LettersComeBack personId={alert.personId} email={alert.email} />}
        <p>
          Raised <Time at={alert.raisedAt} form="day and time" />, <Elapsed since={alert.raisedAt} /> ago, by: {alert.cause}.{' '}
          {alert.owner ? `${alert.owner} owns it.` : 'No owner yet.'}
        </p>
        {mayOwn && !isMine && (
          <Row>
            <Button kind={alert.ownerId ? 'second' : 'main'} isPending={own.isSending} onClick={() => own.send({})}>
              {alert.owner ? `Take it over from ${alert.owner}` : 'I will take it'}
            </Button>
          </Row>
        )}
        <FormProblems problem={own.problem} advice="The alert was not changed." />
        {mayClose && isMine && <CloseForm alert={alert} />}
      </Stack>
    </Card>
  )
}

const CloseForm = ({ alert }: { alert: Alert }) => (
  <Form scope={alert.id} sends={useCloseAlert(alert.id)} body={({ text }) => ({ action: text('action') })} act="Close this alert">
    <TextField name="action" label="What you did" lines={2} maxLength={1000} />
  </Form>
)
