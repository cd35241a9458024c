import { usePageData } from '../../../data/page-data.ts'
import { Button, Notice, Stack, sayTime } from '../../../ui/index.tsx'
import type { Target } from './carry.ts'

export type MovedOne = { appointmentId: string; name: string; from: Target }

/** After a move: the way back, which is a move like any other, with its letter read first. */
export function Moved({ appointmentId, name, from, onBack }: MovedOne & { onBack: (appointmentId: string, to: Target) => void }) {
  const { zone } = usePageData().frame.clinic
  return (
    <Notice status="inform" title={`${name} has moved.`}>
      <Stack>
        <p>Undoing holds the old time again and shows the letter before it goes.</p>
        <div>
          <Button kind="second" onClick={() => onBack(appointmentId, from)}>
            Undo: back to {sayTime(from.start, zone, 'day and time')}
          </Button>
        </div>
      </Stack>
    </Notice>
  )
}
