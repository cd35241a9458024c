import { type Model, models, routesOf } from '@dripline/engine'
import { Card, Line, Lines, TextAct, Tick } from '../../../ui/index.tsx'
import styles from './lab.module.css'
import { FaultAt, type FieldsProps, Fold, type LoseProps, Undo, wordsAt } from './parts.tsx'
import { nameOf, wayNames } from './words.ts'

const all: readonly Model[] = Object.values(models)

const sayWays = ({ id, route }: Model) => {
  const known = routesOf(id).map(({ way }) => wayNames[way])
  return known.length > 0 ? ` Doses ${known.join(' or ')} ${route === 'intravenous' ? 'too' : 'only'}.` : ''
}

/** Which models are compared, and what each was made from. */
export function ModelsCard({ draft, faults, change, lose, ...back }: FieldsProps & LoseProps) {
  const without = (id: string) => draft.models.filter((each) => each !== id)
  const toggle = (id: string) => change({ models: draft.models.includes(id) ? without(id) : [...draft.models, id] })
  const wrong = (id: string) => wordsAt(faults, `models[${draft.models.indexOf(id)}]`)
  return (
    <Card title="Models" note="one to four">
      <Lines>
        {draft.models.map((id) => (
          <Line
            key={id}
            note={wrong(id) ?? all.find((model) => model.id === id)?.title}
            aside={
              <TextAct
                label={`Remove ${nameOf(id)}`}
                onClick={() => lose({ models: without(id) }, 'models', `${nameOf(id)} is removed.`)}
              >
                Remove
              </TextAct>
            }
          >
            <b>{nameOf(id)}</b>
          </Line>
        ))}
      </Lines>
      <Undo where="models" {...back} />
      <FaultAt faults={faults} place="models" />
      <Fold summary={`Choose among ${all.length}`} isForced={draft.models.length === 0}>
        {all.map((model) => (
          <div key={model.id} className={styles.pick}>
            <Tick
              name={model.id}
              label={nameOf(model.id)}
              checked={draft.models.includes(model.id)}
              fault={draft.models.includes(model.id) ? wrong(model.id) : undefined}
              onChange={() => toggle(model.id)}
            />
            <small>
              {model.route === 'intravenous'
                ? `${model.title}. Made from: ${model.source.population}. Samples: ${model.sampling}.`
                : `${model.title}. Refused for the vein: ${model.source.confidence}.`}
              {sayWays(model)}
            </small>
          </div>
        ))}
      </Fold>
    </Card>
  )
}
