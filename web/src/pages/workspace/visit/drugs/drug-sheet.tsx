import { drugOf, isControlled } from '@dripline/clinical'
import { useState } from 'react'
import { useChairDrugs } from '../../../../data/drugs.ts'
import { Card, Stack } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { AnyOpen } from '../folded.ts'
import { AsNeededCard } from './as-needed-card.tsx'
import { DoseRow } from './dose-row.tsx'
import { DrugKeys } from './drug-keys.tsx'
import { Emergency } from './emergency.tsx'

/** Drugs beside the infusion: the clinic's list, signed as-needed lines, and what was given in an emergency. */
export function DrugSheet(open: AnyOpen) {
  const { visit } = open
  const drugs = useChairDrugs(visit.id)
  const [key, setKey] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  const chosen = drugs.list.find((drug) => drug.key === key)
  const lines = drugs.lines.filter(({ drugId }) => {
    const drug = drugOf(drugId)
    return drug !== null && isControlled(drug)
  })
  const isEmergencyFirst = drugs.tasks.length > 0
  return (
    <Stack>
      {isEmergencyFirst && <Emergency {...open} drugs={drugs} />}
      <Card
        title="Give a drug"
        note="the clinic’s list; usual dose on the key"
        aside={`checked against allergies, ${sayTime(drugs.now, visit.zone)}`}
      >
        <Stack>
          <DrugKeys list={drugs.list} chosen={key} isWhole={isWhole} onChoose={setKey} onMore={() => setWhole(true)} />
          {chosen && <DoseRow key={chosen.key} {...open} drugs={drugs} drug={chosen} onDone={() => setKey(null)} />}
        </Stack>
      </Card>
      {lines.map((line) => (
        <AsNeededCard key={line.id} {...open} drugs={drugs} line={line} />
      ))}
      {!isEmergencyFirst && <Emergency {...open} drugs={drugs} />}
    </Stack>
  )
}
