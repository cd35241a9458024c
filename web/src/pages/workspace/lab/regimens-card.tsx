import { Button, Card, Row, TextAct, TextField } from '../../../ui/index.tsx'
import { DoseFields } from './dose-fields.tsx'
import { freeName, newDose, newRegimen, type RegimenDraft } from './draft.ts'
import styles from './lab.module.css'
import { FaultAt, type FieldsProps, Fold, type LoseProps, Undo, wordsAt } from './parts.tsx'
import { sayRegimen } from './words.ts'

/** What is given: one to three regimens, each of one dose or more. */
export function RegimensCard({ draft, faults, change, lose, ...back }: FieldsProps & LoseProps) {
  const { regimens } = draft
  const withPart = (key: number, part: Partial<RegimenDraft>) => ({
    regimens: regimens.map((each) => (each.key === key ? { ...each, ...part } : each)),
  })
  const without = (key: number) => ({ regimens: regimens.filter((each) => each.key !== key) })
  return (
    <Card title="Regimens" note="one to three">
      {regimens.map((regimen, i) => (
        <Regimen
          key={regimen.key}
          regimen={regimen}
          place={`regimens[${i}]`}
          faults={faults}
          onChange={(part) => change(withPart(regimen.key, part))}
          onLose={(part, what) => lose(withPart(regimen.key, part), 'regimens', what)}
          onRemove={
            regimens.length > 1 ? () => lose(without(regimen.key), 'regimens', `Regimen ${regimen.name} is removed.`) : null
          }
        />
      ))}
      <Undo where="regimens" {...back} />
      <FaultAt faults={faults} place="regimens" />
      {regimens.length < 3 && (
        <Button kind="second" icon="plus" onClick={() => change({ regimens: [...regimens, newRegimen(freeName(regimens))] })}>
          Add a regimen
        </Button>
      )}
    </Card>
  )
}

type RegimenProps = {
  regimen: RegimenDraft
  place: string
  faults: FieldsProps['faults']
  onChange: (part: Partial<RegimenDraft>) => void
  onLose: (part: Partial<RegimenDraft>, what: string) => void
  onRemove: (() => void) | null
}

function Regimen({ regimen, place, faults, onChange, onLose, onRemove }: RegimenProps) {
  const { name, doses, isSalt } = regimen
  return (
    <fieldset className={styles.regimen}>
      <legend className="heard">Regimen {name}</legend>
      <div className={styles.chosen}>
        <h3>
          {name || 'Without a name'}: {sayRegimen(doses)}
        </h3>
        {onRemove && (
          <TextAct label={`Remove regimen ${name}`} onClick={onRemove}>
            Remove
          </TextAct>
        )}
      </div>
      {isSalt && <p className={styles.quiet}>Masses are of the hydrochloride, as the file said.</p>}
      <FaultAt faults={faults} place={`${place}.regimen`} />
      <Fold summary={`Change ${name}`} isForced={faults.some(({ input }) => input.startsWith(place))}>
        <TextField
          name={`${place}.name`}
          label="Name"
          value={name}
          maxLength={40}
          autoComplete="off"
          fault={wordsAt(faults, `${place}.name`)}
          onChange={(text) => onChange({ name: text })}
        />
        {doses.map((dose, i) => (
          <DoseFields
            key={dose.key}
            dose={dose}
            place={`${place}.regimen[${i}]`}
            number={i + 1}
            regimen={name}
            faults={faults}
            onChange={(part) => onChange({ doses: doses.map((each) => (each === dose ? { ...each, ...part } : each)) })}
            onRemove={
              doses.length > 1
                ? () => onLose({ doses: doses.filter((each) => each !== dose) }, `Dose ${i + 1} of regimen ${name} is removed.`)
                : null
            }
          />
        ))}
        <Row>
          <TextAct onClick={() => onChange({ doses: [...doses, newDose()] })}>Add a dose</TextAct>
        </Row>
      </Fold>
    </fieldset>
  )
}
