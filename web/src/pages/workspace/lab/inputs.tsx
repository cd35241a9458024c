import { memo, useState } from 'react'
import { quantity } from '../../../ui/index.tsx'
import type { Draft } from './draft.ts'
import styles from './lab.module.css'
import { ModelsCard } from './models-card.tsx'
import type { FieldsProps, LoseProps } from './parts.tsx'
import { RegimensCard } from './regimens-card.tsx'
import { SubjectCard } from './subject-card.tsx'

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

const sayDraft = ({ models, regimens, weightKg }: Draft) =>
  [counted(models.length, 'model'), counted(regimens.length, 'regimen'), weightKg && quantity(weightKg, 'kg')]
    .filter(Boolean)
    .join(', ')

/**
 * All that can be chosen. On a phone it is folded, so that the curves are what is seen first; what is wrong unfolds it. It stands
 * still while bands come in: fields are dear to draw.
 */
export const Inputs = memo(({ draft, faults, change, lose, undone, undo }: FieldsProps & LoseProps) => {
  const [isOpen, setOpen] = useState(false)
  const fields = { draft, faults, change }
  const isShown = isOpen || faults.length > 0
  return (
    <div className={styles.inputs} data-open={isShown || undefined}>
      <button type="button" className={styles.unfold} aria-expanded={isShown} onClick={() => setOpen(!isShown)}>
        <b>{sayDraft(draft)}</b>
        <span>{isShown ? 'Fold' : 'Change'}</span>
      </button>
      <ModelsCard {...fields} {...{ lose, undone, undo }} />
      <RegimensCard {...fields} {...{ lose, undone, undo }} />
      <SubjectCard {...fields} />
    </div>
  )
})
