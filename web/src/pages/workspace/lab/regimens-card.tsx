import { Act, Card, Row, TextField } from '../../../ui/index.tsx'
import { DoseFields } from './dose-fields.tsx'
import { freeName, newDose, newRegimen, type RegimenDraft } from './draft.ts'
import styles from './lab.module.css'
import { FaultAt, type FieldsProps, Fold, Plain, wordsAt } from './parts.tsx'
import { sayRegimen } from './words.ts'

/** What is given: one to three regimens, each of one dose or more. */
export function RegimensCard({ draft, faults, change }: FieldsProps) {
  const { regimens } = draft
  const put = (key: number, part: Partial<RegimenDraft>) =>
    change({ regimens: regimens.map((each) => (each.key === key ? { ...each, ...part } : each)) })
  return (
    <Card title="Regimens" note="one to three">
      {regimens.map((regimen, i) => (
        <Regimen
          key={regimen.key}
          regimen={regimen}
          place={`regimens[${i}]`}
          faults={faults}
          onChange={(part) => put(regimen.key, part)}
          onRemove={regimens.length > 1 ? () => change({ regimens: regimens.filter(({ key }) => key !== regimen.key) }) : null}
        />
      ))}
      <FaultAt faults={faults} place="regimens" />
      {regimens.length < 3 && (
        <Act kind="second" icon="plus" onAct={() => change({ regimens: [...regimens, newRegimen(freeName(regimens))] })}>
          Add a regimen
        </Act>
      )}
    </Card>
  )
}

type RegimenProps = {
  regimen: RegimenDraft
  place: string
  faults: FieldsProps['faults']
  onChange: (part: Partial<RegimenDraft>) => void
  onRemove: (() => void) | null
}

function Regimen({ regimen, place, faults, onChange, onRemove }: RegimenProps) {
  const { name, doses, isSalt } = regimen
  return (
    <fieldset className={styles.regimen}>
      <legend>Regimen {name}</legend>
      <div className={styles.chosen}>
        <h3>
          {name || 'Without a name'}: {sayRegimen(doses)}
        </h3>
        {onRemove && (
          <Plain label={`Remove regimen ${name}`} onAct={onRemove}>
            Remove
          </Plain>
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
            onRemove={doses.length > 1 ? () => onChange({ doses: doses.filter((each) => each !== dose) }) : null}
          />
        ))}
        <Row>
          <Plain onAct={() => onChange({ doses: [...doses, newDose()] })}>Add a dose</Plain>
        </Row>
      </Fold>
    </fieldset>
  )
}
