import { callNext, callOutcomes, keysOf } from '@dripline/clinical'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { callMeasuresFile, type MeasuresAsked, useCallMeasures, type WeekOfCalls } from '../../data/booking.ts'
import { usePageData } from '../../data/page-data.ts'
import { Button, Card, Empty, Link, Page, PressKeys, PrintPage, Row, Stack, sayTime, Table, useFrom } from '../../ui/index.tsx'
import styles from './call-measures/call-measures.module.css'
import { sumOf } from './call-measures/sum-of.ts'

export const page = {
  path: '/call-measures',
  for: ['owner', 'prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Calls by week',
  place: 'Calls',
  skeleton: 'table',
} as const

const RANGES = ['4', '8', '26', '53'] as const

/** What the address asks for: so many weeks, up to a day, of everybody or one clinician. */
const readAddress = (search: string): MeasuresAsked => {
  const query = new URLSearchParams(search)
  const to = query.get('to') ?? ''
  const clinicianId = query.get('with') ?? ''
  return {
    weeks: RANGES.find((each) => each === query.get('weeks')) ?? '8',
    ...(/^(19|20|21)\d\d-\d\d-\d\d$/.test(to) && !Number.isNaN(Date.parse(to)) && { to }),
    ...(/^[0-9a-f-]{36}$/.test(clinicianId) && { clinicianId }),
  }
}

/** The free calls week by week: asked for, booked, kept, missed, canceled and by whom, and what came of them. */
export default function CallMeasures() {
  const { history } = useRouter()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const asked = readAddress(useDeferredValue(search))
  const { weeks, clinicians } = useCallMeasures(asked)
  const { clinic } = usePageData().frame
  const from = useFrom()
  const show = (change: Record<string, string>) => {
    const query = new URLSearchParams(search)
    for (const [name, value] of Object.entries(change)) value ? query.set(name, value) : query.delete(name)
    history.push(`${page.path}${query.size > 0 ? `?${query}` : ''}`)
  }
  const all = sumOf(weeks)
  return (
    <Page
      title="Calls by week"
      lead={`${all.booked} booked, ${all.kept} kept, ${all.missed} with no answer, ${all.canceled} canceled; weeks begin on Monday, by the clinic’s clock.`}
      aside={
        <Row>
          <PressKeys
            label="Weeks"
            keys={[...RANGES]}
            value={RANGES.find((each) => each === asked.weeks) ?? '8'}
            onPick={(value) => show({ weeks: value })}
          />
          <label className={styles.field}>
            Up to the week of
            <input type="date" value={asked.to ?? ''} onChange={(event) => show({ to: event.currentTarget.value })} />
          </label>
          <label className={styles.field}>
            Clinician
            <select value={asked.clinicianId ?? ''} onChange={(event) => show({ with: event.currentTarget.value })}>
              <option value="">Everyone</option>
              {clinicians.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Button kind="second" onClick={() => window.print()}>
            Print
          </Button>
          <Link href={callMeasuresFile(asked)} download="calls-by-week.csv">
            Export as CSV
          </Link>
        </Row>
      }
    >
      <PrintPage who="Calls by week" what={clinic.name} from={from} />
      {all.booked + all.asked === 0 ? (
        <Empty title="No calls in these weeks">
          Calls count here from the moment they are booked, by callers or by the desk.
        </Empty>
      ) : (
        <Stack>
          <Card title="What became of them" flush>
            <Weeks weeks={weeks} />
          </Card>
          <Card title="How kept calls ended" note="the outcome, and the next step as its reason" flush>
            <Outcomes weeks={weeks} />
          </Card>
          <p className={styles.counted}>
            “Asked for” counts the calls that were booked in a week, whatever week they are for. All other columns count the calls
            whose time is in the week; a call that was moved counts where it is now. Visitors who looked and booked nothing are in
            no number here. Notice is the median from booking to call. Small numbers are shown as they are, to staff only.
          </p>
        </Stack>
      )}
    </Page>
  )
}

const number = (label: string) => ({ label, kind: 'number' }) as const
const head = [
  'Week of',
  number('Asked for'),
  number('Booked'),
  number('Kept'),
  number('No answer'),
  number('Canceled by caller'),
  number('Canceled by clinic'),
  number('Canceled, by whom not recorded'),
  number('To come'),
  number('Over, not closed'),
  number('Median notice'),
]

const sayWeek = (week: string) => sayTime(`${week}T12:00:00Z`, 'UTC', 'short day')

function Weeks({ weeks }: { weeks: readonly WeekOfCalls[] }) {
  return (
    <Table caption="Calls by week" head={head} stacks>
      {weeks.map((each) => (
        <tr key={each.week}>
          <th scope="row">
            <Link href={`/calls?day=${each.week}&view=week`}>{sayWeek(each.week)}</Link> {each.week.slice(0, 4)}
          </th>
          {cellsOf(each).map(([name, value]) => (
            <td key={name} className="num">
              {value}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

const LONGEST_IN_HOURS = 48
const sayNotice = (hours: number | null) => {
  if (hours === null) return '–'
  return hours < LONGEST_IN_HOURS ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`
}

const cellsOf = (week: WeekOfCalls): [string, number | string][] => [
  ['asked', week.asked],
  ['booked', week.booked],
  ['kept', week.kept],
  ['missed', week.missed],
  ['by caller', week.canceledByCaller],
  ['by clinic', week.canceledByClinic],
  ['by nobody known', week.canceledByUnknown],
  ['to come', week.toCome],
  ['open', week.open],
  ['notice', sayNotice(week.noticeHours)],
]

/** Outcome and next step down, weeks across as one sum and the share of each week. */
function Outcomes({ weeks }: { weeks: readonly WeekOfCalls[] }) {
  const rows = keysOf(callOutcomes).flatMap((outcome) => {
    const own = weeks.flatMap(({ outcomes }) => outcomes.filter((each) => each.outcome === outcome))
    const nexts = [...new Set(own.map(({ next }) => next))]
    return nexts.map((next) => ({
      outcome,
      next,
      count: own.filter((each) => each.next === next).reduce((sum, { count }) => sum + count, 0),
    }))
  })
  if (rows.length === 0) return <p className={styles.nothing}>No call of these weeks has an outcome yet.</p>
  return (
    <Table caption="Outcomes with their next steps" head={['Outcome', 'Next step', number('Calls')]} stacks>
      {rows.map(({ outcome, next, count }) => (
        <tr key={`${outcome} ${next}`}>
          <th scope="row">{callOutcomes[outcome]}</th>
          <td>{next === null ? 'not recorded' : callNext[next].says}</td>
          <td className="num">{count}</td>
        </tr>
      ))}
    </Table>
  )
}
