import { SelectField } from '../../../../ui/index.tsx'
import { saySpan } from '../../../../ui/when.ts'

const minutes = [0, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120]

/** When it happened, if that was before now: the entry then carries its own time beside the time of writing. */
export const WhenPicker = ({
  value,
  onChange,
  name = 'ago',
}: {
  value: string
  onChange: (ago: string) => void
  name?: string
}) => (
  <SelectField
    name={name}
    label="Happened"
    value={value}
    onChange={onChange}
    options={minutes.map((ago) => ({ value: String(ago), label: ago === 0 ? 'now' : `${saySpan(ago)} ago` }))}
  />
)

/** The instant so many minutes before the server's now; nothing for now itself, so that the server stamps it. */
export const happenedAt = (now: string, ago: string): { at?: string } =>
  ago === '0' ? {} : { at: new Date(Date.parse(now) - Number(ago) * 60_000).toISOString() }
