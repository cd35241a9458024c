import { useSetAbsence } from '../../../data/closing.ts'
import { type ClinicData, useEndAbsence, useStaff } from '../../../data/people.ts'
import { Button, Card, Form, Line, Lines, SelectField, Stack, TextField, Time } from '../../../ui/index.tsx'
import { Touched } from './touched.tsx'

type Absence = ClinicData['absences'][number]

/** Days on which one clinician is away while the clinic is open. */
export function Absences({ absences }: { absences: readonly Absence[] }) {
  const set = useSetAbsence()
  const { staff } = useStaff()
  const here = staff.filter(({ closedAt }) => closedAt === null)
  return (
    <Card title="Days away" note="nobody is booked with who is away">
      <Stack>
        <Lines>
          {absences.map((absence) => (
            <AbsenceLine key={absence.id} absence={absence} name={staff.find(({ id }) => id === absence.staffId)?.name ?? ''} />
          ))}
        </Lines>
        <Form
          scope="absence"
          sends={set}
          body={({ text }) => ({ staffId: text('staffId'), firstDay: text('firstDay'), lastDay: text('lastDay') })}
          problem={set.bookings.length === 0 ? set.problem : null}
          act="Set days away"
          kind="second"
          icon="plus"
        >
          <SelectField name="staffId" label="Who" options={here.map(({ id, name }) => ({ value: id, label: name }))} />
          <TextField name="firstDay" type="date" label="First day" />
          <TextField name="lastDay" type="date" label="Last day" />
        </Form>
        <Touched settling={set} what="Set days away" />
      </Stack>
    </Card>
  )
}

function AbsenceLine({ absence, name }: { absence: Absence; name: string }) {
  const end = useEndAbsence(absence.id)
  const day = (date: string) => <Time at={`${date}T12:00:00Z`} zone="UTC" form="full day" />
  return (
    <Line
      note={name}
      aside={
        <Button kind="second" isPending={end.isSending} onClick={() => end.send({})}>
          Here after all
        </Button>
      }
    >
      {day(absence.firstDay)}
      {absence.lastDay !== absence.firstDay && <> to {day(absence.lastDay)}</>}
    </Line>
  )
}
