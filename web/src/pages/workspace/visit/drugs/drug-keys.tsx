import type { ListedDrug } from '../../../../data/drugs.ts'
import { Icon } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import styles from './drugs.module.css'
import { ScheduleMark } from './schedule.tsx'

/** How many keys stand before “Other, on the list”. */
const FIRST = 8

type DrugKeysProps = {
  list: readonly ListedDrug[]
  chosen: string | null
  isWhole: boolean
  onChoose: (key: string) => void
  onMore: () => void
}

/** One key a drug and route: the usual dose on it, under it what holds it back. Nothing is typed freely. */
export function DrugKeys({ list, chosen, isWhole, onChoose, onMore }: DrugKeysProps) {
  const shown = isWhole ? list : list.slice(0, FIRST)
  return (
    <div className={styles.keys}>
      {shown.map((drug) => (
        <button
          key={drug.key}
          type="button"
          className={styles.key}
          aria-pressed={drug.key === chosen}
          data-refused={drug.allergy.kind === 'shares' || undefined}
          onClick={() => onChoose(drug.key)}
        >
          <strong>
            {drug.title}
            <ScheduleMark schedule={drug.schedule} />
            {drug.allergy.kind === 'shares' && <Icon name="cross" />}
          </strong>
          <b>
            {quantity(drug.usualMg, 'mg')} {drug.route}
          </b>
          <span>{underIt(drug)}</span>
        </button>
      ))}
      {!isWhole && list.length > FIRST && (
        <button type="button" className={styles.key} onClick={onMore}>
          <strong>Other, on the list</strong>
          <b>{list.length - FIRST} more</b>
          <span>nothing typed freely</span>
        </button>
      )}
    </div>
  )
}

function underIt({ allergy, isControlled, by, highestMg }: ListedDrug): string {
  if (allergy.kind === 'shares') return `refused: ${allergy.allergy} allergy`
  if (isControlled) return 'as-needed line only'
  if (by === 'prescriber') return 'a prescriber orders it'
  return `highest ${quantity(highestMg, 'mg')} in a visit`
}
