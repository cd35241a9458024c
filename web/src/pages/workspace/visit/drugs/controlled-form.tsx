import type { AsNeededLine } from '@dripline/clinical'
import { type ChairDrugs, useGiveControlled } from '../../../../data/drugs.ts'
import type { Visit } from '../../../../data/session.ts'
import { Button, FormProblems, Notice } from '../../../../ui/index.tsx'
import { DoseReaders } from './dose-readers.tsx'

type Props = { visit: Visit; drugs: ChairDrugs; line: AsNeededLine }

/** A controlled dose by its line: two people each read vial and syringe, and with the second reading it is charted and booked. */
export const ControlledForm = ({ visit, drugs, line }: Props) => (
  <DoseReaders
    visit={visit}
    drugs={drugs}
    about={line.id}
    drugId={line.drugId}
    mg={line.doseMg}
    record={<Record visit={visit} line={line} />}
  />
)

/** Both agree and it is not given: what stood against it is said, and it is tried again. */
function Record({ visit, line }: Pick<Props, 'visit' | 'line'>) {
  const give = useGiveControlled(visit.id)
  return (
    <Notice status="caution" title="Both readings agree and are kept. The dose is not recorded yet.">
      <FormProblems problem={give.problem} advice="Both readings are kept. Clear what is listed, then record again." />
      <Button kind="second" size="chair" isPending={give.isSending} onClick={() => give.send({ lineId: line.id })}>
        Record the dose
      </Button>
    </Notice>
  )
}
