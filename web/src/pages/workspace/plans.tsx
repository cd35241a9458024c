import { protocolOf } from '@dripline/clinical'
import { type Courses, coursesFile, useCourses } from '../../data/planning.ts'
import { Card, Empty, Line, Lines, Link, Page, Stack, StatusShape, Table, Time } from '../../ui/index.tsx'
import { inWords } from './plan/order-words.ts'

export const page = {
  path: '/plans',
  for: ['prescriber', 'nurse'],
  mood: 'work',
  title: 'Plans',
  place: 'Plans',
  skeleton: 'table',
} as const

const forWhat: Readonly<Record<string, string>> = { pain: 'chronic pain', depression: 'depression' }

/** Who waits for a plan, and whose course is under way. */
export default function Plans() {
  const { waiting, underWay } = useCourses()
  return (
    <Page
      title={titleFor(waiting.length)}
      aside={
        <Link href={coursesFile()} download="plans.csv">
          Export as CSV
        </Link>
      }
      lead={underWay.length === 1 ? 'One course is under way.' : `${underWay.length} courses are under way.`}
    >
      <Stack>
        {waiting.length > 0 && <Waiting waiting={waiting} />}
        {underWay.length === 0 ? (
          <Empty title="No course is under way">Once a prescriber signs a plan, it is listed here with its next date.</Empty>
        ) : (
          <UnderWay courses={underWay} />
        )}
      </Stack>
    </Page>
  )
}

const titleFor = (count: number) => {
  if (count === 0) return 'No one is waiting for a plan'
  const words = inWords(count)
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} ${count === 1 ? 'person is waiting' : 'people are waiting'} for a plan`
}

const Waiting = ({ waiting }: Pick<Courses, 'waiting'>) => (
  <Card title="Accepted, no plan yet" note="longest waiting first">
    <Lines>
      {waiting.map(({ personId, name, indication, decidedAt, decidedByName }) => (
        <Line
          key={`${personId} ${indication}`}
          mark={<StatusShape status="inform" />}
          note={
            <>
              for {forWhat[indication] ?? indication}, accepted by {decidedByName} on <Time at={decidedAt} form="full day" />
            </>
          }
          aside={<Link href={`/patients/${personId}/plan`}>Plan for {name}</Link>}
        >
          <b>{name}</b>
        </Line>
      ))}
    </Lines>
  </Card>
)

const UnderWay = ({ courses }: { courses: Courses['underWay'] }) => (
  <Card title="Under way" flush>
    <Table
      stacks
      caption="Courses under way, by their next day"
      head={['Who', 'Course', 'Next', { label: 'Remaining', kind: 'number' }]}
    >
      {courses.map(({ id, personId, name, protocolId, sessions, nextAt, toCome }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`/patients/${personId}/plan`}>{name}</Link>
          </th>
          <td>{protocolOf(protocolId)?.title ?? protocolId}</td>
          <td>
            <Time at={nextAt} form="day and time" />
          </td>
          <td className="num">
            {toCome} of {sessions}
          </td>
        </tr>
      ))}
    </Table>
  </Card>
)
