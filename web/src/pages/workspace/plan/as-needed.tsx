import { type AsNeededCheck, type AsNeededChoice, asNeededChecks, type ChairDrug, drugOf, sayFault } from '@dripline/clinical'
import type { PlanningData } from '../../../data/planning.ts'
import { Button, Card, Row, SelectField, Stack, TextField, Tick } from '../../../ui/index.tsx'
import { quantity } from '../../../ui/quantity.tsx'
import { ScheduleMark } from '../visit/drugs/schedule.tsx'

/** One line as it stands in its fields. */
export type LineDraft = { id: string; key: string; doseMg: string; mostTimes: string; leastMinutes: string; reason: string }

type Listed = PlanningData['chairDrugs'][number]

/** What the fields say, as it is signed. */
export const choiceOf = (line: LineDraft, list: readonly Listed[]): AsNeededChoice[] => {
  const drug = list.find(({ key }) => key === line.key)
  if (!drug) return []
  const { doseMg, mostTimes, leastMinutes, reason } = line
  const numbers = { doseMg: doseMg.trim(), mostTimes: Number(mostTimes), leastMinutes: Number(leastMinutes) }
  return [{ drugId: drug.drugId, route: drug.route, ...numbers, reason: reason.trim() }]
}

/** Every line held against the clinic's list, as the server will hold it. */
export const lineChecks = (lines: readonly LineDraft[], list: readonly Listed[]): AsNeededCheck[] =>
  asNeededChecks(
    lines.flatMap((line) => choiceOf(line, list)),
    list.flatMap(asChairDrug),
  )

const asChairDrug = (listed: Listed): ChairDrug[] => {
  const drug = drugOf(listed.drugId)
  return drug ? [{ ...listed, drug }] : []
}

/** Why the lines cannot be signed yet, or nothing. */
export const whyNotLines = (checks: readonly AsNeededCheck[], acknowledged: readonly string[]): string | undefined => {
  if (checks.some(({ kind }) => kind === 'hard')) return 'An as-needed line is not possible.'
  return checks.every(({ id }) => acknowledged.includes(id)) ? undefined : 'Review the as-needed line.'
}

type AsNeededProps = {
  list: readonly Listed[]
  lines: readonly LineDraft[]
  acknowledged: readonly string[]
  onLines: (lines: LineDraft[]) => void
  onAcknowledge: (id: string, isSo: boolean) => void
}

/** What the nurse may give when it is needed: signed with the order, each with its dose, count and time between. */
export function AsNeeded({ list, lines, acknowledged, onLines, onAcknowledge }: AsNeededProps) {
  const checks = lineChecks(lines, list)
  const add = (key: string) => {
    const drug = list.find((each) => each.key === key)
    if (drug)
      onLines([
        ...lines,
        {
          id: crypto.randomUUID(),
          key,
          doseMg: drug.usualMg,
          mostTimes: '1',
          leastMinutes: String(drug.leastMinutes),
          reason: drug.reason,
        },
      ])
  }
  return (
    <Card title="As needed" note="signed with the order; without a line, the nurse has to ask">
      <Stack>
        {lines.map((line, i) => (
          <OneLine
            key={line.id}
            {...{ line, index: i, acknowledged, onAcknowledge }}
            drug={list.find(({ key }) => key === line.key)}
            checks={checks.filter(({ field }) => field.startsWith(`asNeeded.${i}.`))}
            onChange={(changed) => onLines(lines.map((each, at) => (at === i ? changed : each)))}
            onRemove={() => onLines(lines.filter((_, at) => at !== i))}
          />
        ))}
        <SelectField
          name="asNeeded"
          label="Add a line"
          empty="Choose a drug"
          value=""
          onChange={add}
          options={list.map(({ key, title, schedule, usualMg, route }) => ({
            value: key,
            label: `${title}${schedule === 'none' ? '' : `, ${schedule}`}, usually ${usualMg} mg ${route}`,
          }))}
        />
      </Stack>
    </Card>
  )
}

type OneLineProps = {
  line: LineDraft
  index: number
  drug: Listed | undefined
  checks: readonly AsNeededCheck[]
  acknowledged: readonly string[]
  onChange: (line: LineDraft) => void
  onRemove: () => void
  onAcknowledge: (id: string, isSo: boolean) => void
}

const saidOf = (check: AsNeededCheck | undefined) => check && sayFault(check)

function OneLine({ line, index, drug, checks, acknowledged, onChange, onRemove, onAcknowledge }: OneLineProps) {
  const field = (name: keyof Omit<LineDraft, 'id' | 'key'>, label: string) => ({
    name: `asNeeded.${index}.${name}`,
    label,
    value: line[name],
    onChange: (value: string) => onChange({ ...line, [name]: value }),
    fault: saidOf(checks.find((check) => check.kind === 'hard' && check.field === `asNeeded.${index}.${name}`)),
  })
  return (
    <fieldset>
      <legend>
        <b>
          {drug?.title} {drug?.route}
        </b>{' '}
        {drug && <ScheduleMark schedule={drug.schedule} />}{' '}
        {drug && <small>highest {quantity(drug.highestMg, 'mg')} in a visit</small>}
      </legend>
      <Stack>
        <Row>
          <TextField {...field('doseMg', 'At a time')} decimal unit="mg" />
          <TextField {...field('mostTimes', 'Maximum doses')} decimal />
          <TextField {...field('leastMinutes', 'Apart')} decimal unit="min" />
        </Row>
        <TextField {...field('reason', 'For')} maxLength={200} />
        {checks
          .filter(({ kind }) => kind === 'soft')
          .map(({ id, ...check }) => (
            <Tick
              key={id}
              name={id}
              label={`${sayFault(check)}: seen`}
              checked={acknowledged.includes(id)}
              onChange={(isSo) => onAcknowledge(id, isSo)}
            />
          ))}
        <Button kind="second" onClick={onRemove}>
          Remove the line
        </Button>
      </Stack>
    </fieldset>
  )
}
