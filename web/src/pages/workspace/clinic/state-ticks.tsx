import { Ticks } from '../../../ui/index.tsx'

type StateTicksProps = { states: readonly { code: string; name: string }[]; chosen: readonly string[] }

/** The states in which the clinic may take people; those that are chosen stand first. */
export const StateTicks = ({ states, chosen }: StateTicksProps) => (
  <Ticks
    name="states"
    label="States where your clinicians are licensed"
    hint="Calls are offered only to people there."
    options={[...states]
      .sort((a, b) => Number(chosen.includes(b.code)) - Number(chosen.includes(a.code)))
      .map(({ code, name }) => ({ value: code, label: name }))}
    chosen={chosen}
    isLong
  />
)
