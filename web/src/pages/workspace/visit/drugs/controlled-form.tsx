import { type AsNeededLine, exact, parseExact, plain } from '@dripline/clinical'
import { useState } from 'react'
import { type ChairDrugs, useGiveControlled } from '../../../../data/drugs.ts'
import type { Visit } from '../../../../data/session.ts'
import { Act, FormProblems, Notice, Row, SecondPerson, Stack } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { areWhole, noReadings, VialReadings } from './vial-readings.tsx'

type Props = { visit: Visit; drugs: ChairDrugs; line: AsNeededLine; onDone: () => void }

/** Vial, dose and two readings; then the second person proves who they are, and it is charted and booked in one act. */
export function ControlledForm({ visit, drugs, line, onDone }: Props) {
  const [readings, setReadings] = useState(noReadings)
  const give = useGiveControlled(visit.id, onDone)
  const vials = drugs.vials.filter(({ drugId }) => drugId === line.drugId)
  const vial = vials.find(({ id }) => id === readings.vialId)
  const isWhole = areWhole(readings)
  const agree = isWhole && exact(readings.mineMl.trim()).eq(readings.secondMl.trim())
  const drawn = parseExact(readings.drawnMl.trim())
  const overMg = vial && drawn ? drawn.times(vial.mgPerMl).minus(line.doseMg) : null
  const sent = {
    drugId: line.drugId,
    route: line.route,
    mg: plain(exact(line.doseMg)),
    lineId: line.id,
    vialId: readings.vialId,
    drawnMl: isWhole ? plain(exact(readings.drawnMl.trim())) : '',
  }
  if (vials.length === 0)
    return (
      <Notice status="defer" title="No vial of this drug is in the safe.">
        <p>Receive one in the drug book, under Stock.</p>
        <Act kind="second" onAct={onDone}>
          Back
        </Act>
      </Notice>
    )
  return (
    <Stack>
      <VialReadings vials={vials} readings={readings} onChange={setReadings} />
      {isWhole && !agree && (
        <Notice status="defer" title="The two readings differ.">
          <p>Both read the syringe again. Nothing left the safe.</p>
        </Notice>
      )}
      {agree && overMg && (
        <p>
          {overMg.lt(0)
            ? `That is less than ${quantity(line.doseMg, 'mg')} of this strength.`
            : overMg.gt(0)
              ? `${quantity(line.doseMg, 'mg')} given, ${quantity(plain(overMg), 'mg')} wasted before the same witness.`
              : `${quantity(line.doseMg, 'mg')} given, nothing over.`}
        </p>
      )}
      <FormProblems problem={give.problem} advice="Nothing was charted and nothing left the safe." />
      {agree && overMg?.gte(0) && (
        <SecondPerson
          act="give-controlled"
          facts={{ sessionId: visit.id, drugId: sent.drugId, vialId: sent.vialId, mg: sent.mg, drawnMl: sent.drawnMl }}
          what={`that ${quantity(line.doseMg, 'mg')} are given from vial ${vial?.number ?? ''}`}
          onProof={(proof) =>
            give.send({
              ...sent,
              mineMl: readings.mineMl.trim(),
              secondMl: readings.secondMl.trim(),
              allergiesRead: [],
              proof,
            })
          }
          onSendBack={() => setReadings(noReadings)}
        />
      )}
      <Row>
        <Act kind="second" onAct={onDone}>
          Not now
        </Act>
      </Row>
    </Stack>
  )
}
