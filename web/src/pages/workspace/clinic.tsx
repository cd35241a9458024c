import { useClinic, useDefaults, useStaff } from '../../data/people.ts'
import { useBook } from '../../data/substances.ts'
import { Button, Card, Columns, Line, Lines, Link, Notice, Page, Stack, StatusShape } from '../../ui/index.tsx'
import { Absences } from './clinic/absences.tsx'
import { Chairs } from './clinic/chairs.tsx'
import { Closures } from './clinic/closures.tsx'
import { Settings } from './clinic/settings.tsx'
import { Staff } from './clinic/staff.tsx'

export const page = { path: '/clinic', for: ['owner'], mood: 'work', title: 'The clinic', skeleton: 'form' } as const

/** The owner's settings: who works here, where, when. */
export default function Clinic() {
  const data = useClinic()
  return (
    <Page
      title={data.clinic.name}
      lead="Every change here is written down. Before a change touches a booking, you see whose it is and decide."
    >
      {data.mail === 'nowhere' && (
        <Notice status="caution" title="Letters are not sent yet.">
          <p>Set SMTP_URL and MAIL_FROM where Dripline is started, so that invitations and reminders are sent.</p>
        </Notice>
      )}
      <Columns kind="side">
        <Stack>
          <Staff states={data.clinic.states} mail={data.mail} />
          <Settings clinic={data.clinic} />
        </Stack>
        <Stack>
          <StillToDo chairs={data.chairs.filter(({ closedAt }) => closedAt === null).length} />
          <Card title="How you look" note="logo, color, words">
            <Stack>
              <p>Your logo and color, your policies, Spanish crisis lines, and the booking on your own site.</p>
              <Button kind="second" href="/clinic/face">
                The clinic’s face
              </Button>
            </Stack>
          </Card>
          <Chairs chairs={data.chairs} />
          <Closures closures={data.closures} />
          <Absences absences={data.absences} />
        </Stack>
      </Columns>
    </Page>
  )
}

/** What a new clinic needs before its first patient; gone once all of it is there. */
function StillToDo({ chairs }: { chairs: number }) {
  const { staff } = useStaff()
  const waiting = useDefaults().filter(({ approved }) => approved === null).length
  const { vials } = useBook()
  const open = staff.filter(({ closedAt }) => closedAt === null)
  const todo = [
    { what: 'A prescriber on the staff', isDone: open.some(({ roles }) => roles.includes('prescriber')) },
    { what: 'A nurse on the staff', isDone: open.some(({ roles }) => roles.includes('nurse')) },
    {
      what: 'A clinician who takes calls, licensed in a state',
      isDone: open.some(({ takesCalls, licenses }) => takesCalls && licenses.length > 0),
    },
    { what: 'A chair', isDone: chairs > 0 },
    { what: `Clinical defaults, approved by a prescriber: ${waiting} wait`, href: '/defaults', isDone: waiting === 0 },
    { what: 'The first vials, received by two people', href: '/stock', isDone: vials.length > 0 },
  ].filter(({ isDone }) => !isDone)
  if (todo.length === 0) return null
  return (
    <Card title="Before the first patient" edge="accent">
      <Lines>
        {todo.map(({ what, href }) => (
          <Line key={what} mark={<StatusShape status="inform" size={18} />}>
            {href ? <Link href={href}>{what}</Link> : what}
          </Line>
        ))}
      </Lines>
    </Card>
  )
}
