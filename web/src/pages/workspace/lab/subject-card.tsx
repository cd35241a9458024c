import { Card, SelectField, TextField } from '../../../ui/index.tsx'
import styles from './lab.module.css'
import { type FieldsProps, Figure, Fold, wordsAt } from './parts.tsx'

const drugs = [
  { value: 'racemic-ketamine', label: 'racemic' },
  { value: 's-ketamine', label: 'S-ketamine' },
]
const sexes = [
  { value: 'female', label: 'female' },
  { value: 'male', label: 'male' },
]

/** The person and the drug that all curves share: no real person, and no field for who it is. */
export const SubjectCard = ({ draft, faults, change }: FieldsProps) => (
  <Card title="Subject and drug" note="no real person">
    <div className={styles.fields}>
      <Figure
        place="subject.weightKg"
        label="Weight"
        unit="kg"
        value={draft.weightKg}
        faults={faults}
        onChange={(weightKg) => change({ weightKg })}
      />
      <Figure
        place="subject.ageYears"
        label="Age"
        unit="years"
        value={draft.ageYears}
        faults={faults}
        onChange={(ageYears) => change({ ageYears })}
      />
      <SelectField
        name="subject.sex"
        label="Sex"
        value={draft.sex}
        options={sexes}
        empty="not said"
        fault={wordsAt(faults, 'subject.sex')}
        onChange={(sex) => change({ sex })}
      />
      <SelectField
        name="drug"
        label="Ketamine"
        value={draft.drug}
        options={drugs}
        fault={wordsAt(faults, 'drug')}
        onChange={(drug) => change({ drug })}
      />
    </div>
    <Fold summary="How it is drawn" isForced={faults.some(({ input }) => /^(size|seed|timesMin)/.test(input))}>
      <div className={styles.three}>
        <Figure place="size" label="people" value={draft.size} faults={faults} onChange={(size) => change({ size })} />
        <Figure place="seed" label="seed" value={draft.seed} faults={faults} onChange={(seed) => change({ seed })} />
        <Figure
          place="timesMin[0]"
          label="until, h"
          value={draft.hours}
          faults={faults}
          onChange={(hours) => change({ hours })}
        />
      </div>
      <p className={styles.quiet}>The same seed draws the same people everywhere. Empty: the hours follow the regimens.</p>
    </Fold>
  </Card>
)

/** Where the concentration is looked at; the effect site with its rate and who says so. */
export const SiteFields = ({ draft: { site }, faults, change }: FieldsProps) => (
  <div className={styles.site}>
    <SelectField
      name="effectSite.by"
      label="Follows plasma by"
      value={site.by}
      options={[
        { value: 'halfLifeMin', label: 'half-time, min' },
        { value: 'ke0PerMin', label: 'ke0, per min' },
      ]}
      onChange={(by) => change({ site: { ...site, by: by === 'ke0PerMin' ? 'ke0PerMin' : 'halfLifeMin' } })}
    />
    <Figure
      place={`effectSite.${site.by}`}
      label={site.by === 'ke0PerMin' ? 'per min' : 'min'}
      value={site.value}
      faults={faults}
      onChange={(value) => change({ site: { ...site, value } })}
    />
    <TextField
      name="effectSite.source"
      label="Who says so"
      value={site.source}
      autoComplete="off"
      fault={wordsAt(faults, 'effectSite.source')}
      onChange={(source) => change({ site: { ...site, source } })}
    />
  </div>
)
