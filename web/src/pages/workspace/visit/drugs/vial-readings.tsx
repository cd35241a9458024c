import { parseExact } from '@dripline/clinical'
import { useState } from 'react'
import type { SafeVial } from '../../../../data/session.ts'
import { Act, Row, SelectField, TextField } from '../../../../ui/index.tsx'

export type Readings = { vialId: string; drawnMl: string; mineMl: string; secondMl: string }
export const noReadings: Readings = { vialId: '', drawnMl: '', mineMl: '', secondMl: '' }

const isMl = (text: string) => parseExact(text.trim())?.gt(0) === true

/** Whether vial and both readings are there. */
export const areWhole = ({ vialId, drawnMl, mineMl, secondMl }: Readings): boolean =>
  vialId !== '' && isMl(drawnMl) && isMl(mineMl) && isMl(secondMl)

type Props = { vials: readonly SafeVial[]; readings: Readings; onChange: (readings: Readings) => void }

/** From which vial, how much was drawn, and what each of two people reads on the syringe; the first reading is covered for the second. */
export function VialReadings({ vials, readings, onChange }: Props) {
  const [isCovered, setCovered] = useState(false)
  const set = (key: keyof Readings) => (value: string) => onChange({ ...readings, [key]: value })
  return (
    <Row>
      <SelectField
        name="vial"
        label="From vial"
        empty="Choose"
        value={readings.vialId}
        onChange={set('vialId')}
        options={vials.map(({ id, number, mgPerMl, ml, lot }) => ({
          value: id,
          label: `${number}, ${Number(mgPerMl)} mg/mL, ${ml} mL in it, lot ${lot}`,
        }))}
      />
      {isCovered ? (
        <p>First reading typed, covered.</p>
      ) : (
        <TextField
          name="mine"
          label="First person reads on the syringe"
          decimal
          unit="mL"
          value={readings.mineMl}
          onChange={(value) => onChange({ ...readings, mineMl: value, drawnMl: value })}
        />
      )}
      {isCovered ? (
        <TextField
          name="second-reading"
          label="Second person reads on the syringe"
          decimal
          unit="mL"
          value={readings.secondMl}
          onChange={set('secondMl')}
        />
      ) : (
        <Act kind="second" shut={isMl(readings.mineMl) ? undefined : 'Type what you read first.'} onAct={() => setCovered(true)}>
          Cover it and pass it on
        </Act>
      )}
    </Row>
  )
}
