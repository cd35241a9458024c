import { usePageData } from '../../data/page-data.ts'
import { useRefusal } from '../../data/visitor.ts'
import { ProblemContext } from '../../ui/fields.tsx'
import { Button, Card, Columns, FormProblems, Notice, Page, Pairs, SelectField, Stack, TextField } from '../../ui/index.tsx'
import { ContactFields, CrisisFields } from './clinic/contact-fields.tsx'
import { HourFields, weekdayLabels } from './clinic/hour-fields.tsx'
import { StateTicks } from './clinic/state-ticks.tsx'
import styles from './set-up.module.css'

export const page = { path: '/set-up', for: 'anyone', mood: 'work', title: 'Set up the clinic' } as const

type SetUpData = {
  isSetUp: boolean
  states: { code: string; name: string }[]
  zones: { value: string; label: string }[]
  crisisLines: { label: string; number: string }[]
  idempotencyKey: string
  sent?: Record<string, string | string[]>
}

/** One page makes the clinic and its first owner, who is whoever can read the terminal. */
export default function SetUp() {
  const data = usePageData<SetUpData>()
  if (data.isSetUp) return <Done />
  return (
    <Page title="Set up your clinic" lead="One page. Everything here can be changed later; every change is recorded.">
      <Columns kind="three">
        <Steps />
        <SetUpForm {...data} />
        <WhereIsTheCode />
      </Columns>
    </Page>
  )
}

const labels = {
  name: 'Name, as patients see it',
  zone: 'Time zone',
  states: 'States',
  'owner.name': 'Your name',
  'owner.email': 'Email',
  'owner.title': 'Title',
  'owner.password': 'Password',
  code: 'One-time code, from the terminal',
}

const usual = (name: string) => {
  const [, day = '', end] = /^hours\.(\d)\.(from|to)$/.exec(name) ?? []
  if (day === '' || Number(day) > 5) return ''
  return end === 'from' ? '08:00' : day === '5' ? '16:00' : '18:00'
}

function SetUpForm({ states, zones, crisisLines, idempotencyKey, sent }: SetUpData) {
  const problem = useRefusal()
  const kept = (name: string, otherwise = '') => {
    const value = sent ? sent[name] : otherwise
    return typeof value === 'string' ? value : ''
  }
  const text = (name: keyof typeof labels) => ({ name, label: labels[name], defaultValue: kept(name), required: true })
  return (
    <form method="post" action="/set-up" noValidate>
      <input type="hidden" name="idempotency-key" value={idempotencyKey} />
      <ProblemContext value={problem}>
        <Stack>
          <FormProblems
            problem={problem}
            labels={{ ...labels, ...weekdayLabels }}
            advice="Everything but the password was kept."
          />
          <Card title="The clinic">
            <Stack>
              <Pairs>
                <TextField {...text('name')} maxLength={120} autoComplete="organization" />
                <SelectField {...text('zone')} defaultValue={kept('zone', 'America/New_York')} options={zones} />
                <ContactFields kept={kept} />
                <CrisisFields lines={crisisLines} kept={(name, number) => kept(name, number)} />
              </Pairs>
              <StateTicks states={states} chosen={[sent?.states ?? []].flat()} />
            </Stack>
          </Card>
          <Card title="Hours" note="clinic time; a day left empty is closed">
            <HourFields kept={(name) => kept(name, usual(name))} />
          </Card>
          <FirstOwner text={text} title={kept('owner.title', 'Owner')} />
        </Stack>
      </ProblemContext>
    </form>
  )
}

type FirstOwnerProps = { text: (name: keyof typeof labels) => Parameters<typeof TextField>[0]; title: string }

const FirstOwner = ({ text, title }: FirstOwnerProps) => (
  <Card title="First owner">
    <Pairs>
      <TextField {...text('owner.name')} autoComplete="name" />
      <TextField {...text('owner.email')} type="email" autoComplete="username" />
      <TextField {...text('owner.title')} defaultValue={title} />
      <TextField
        {...text('owner.password')}
        defaultValue=""
        type="password"
        hint="At least 12 characters; longer is better. You can add a passkey later."
        autoComplete="new-password"
      />
    </Pairs>
    <div className={styles.last}>
      <TextField {...text('code')} autoComplete="off" placeholder="7K4Q-2MAB-CDEF" />
      <Button submits size="chair">
        Open the clinic
      </Button>
    </div>
  </Card>
)

const steps = [
  ['This page', 'the clinic and its first owner'],
  ['Invite staff', 'by link, each with a role'],
  ['Chairs and call times', 'then the public page can open'],
  ['Clinical defaults to approve', 'limits, protocols, rules: drafts until a prescriber signs'],
  ['First vials', 'received by two people'],
] as const

const Steps = () => (
  <ol className={styles.steps}>
    {steps.map(([what, how], i) => (
      <li key={what} {...(i === 0 ? { 'aria-current': 'step' } : {})}>
        <span className={styles.number}>{i + 1}</span>
        <span>
          <b>{what}</b>
          <small>{how}</small>
        </span>
      </li>
    ))}
  </ol>
)

const WhereIsTheCode = () => (
  <Stack>
    <h2>Where is the code?</h2>
    <p>
      In the window where you started Dripline. It proves that the first owner is the person at the machine, not the first
      stranger on the network.
    </p>
    <p className={styles.terminal}>
      Set up the clinic with this one-time code: <span className={styles.code}>7K4Q-2MAB-CDEF</span>
      <br />
      (yours is another one)
    </p>
    <Notice status="inform" title="Until a prescriber approves the clinical defaults, no plan can be signed." />
  </Stack>
)

const Done = () => (
  <Page title="This clinic is already set up" lead="Its owner invites everyone else." width="text">
    <div>
      <Button href="/sign-in">Sign in</Button>
    </div>
  </Page>
)
