import { useState } from 'react'
import { useTimesFor } from '../../../data/desk.ts'
import { SelectField, Stack, sayTime } from '../../../ui/index.tsx'

type PickTimeProps = {
  personId: string
  kind: 'call' | 'evaluation'
  place: 'clinic' | 'phone'
  value: string
  onChange: (start: string) => void
}

/** A free time for somebody we know: the day first, then the time; both are the clinic's. */
export function PickTime({ personId, kind, place, value, onChange }: PickTimeProps) {
  const { zone, days, minutes } = useTimesFor(personId, kind, place)
  const [day, setDay] = useState(days[0]?.date ?? '')
  const slots = days.find(({ date }) => date === day)?.slots ?? []
  if (days.length === 0)
    return (
      <p>
        No time of {minutes} minutes is free. {kind === 'evaluation' ? 'A prescriber with a license is needed for it.' : ''}
      </p>
    )
  return (
    <Stack>
      <SelectField
        name="day"
        label="Day"
        value={day}
        onChange={(chosen) => {
          setDay(chosen)
          onChange('')
        }}
        options={days.map(({ date, slots: all }) => ({
          value: date,
          label: `${sayTime(`${date}T17:00:00Z`, zone, 'day')}, ${all.length} free`,
        }))}
      />
      <SelectField
        name="start"
        label="Time"
        value={value}
        onChange={onChange}
        empty="Choose a time"
        options={slots.map((slot) => ({ value: slot.start, label: sayTime(slot.start, zone, 'time') }))}
      />
    </Stack>
  )
}
