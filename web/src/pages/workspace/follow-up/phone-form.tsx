import { questionnaireOf, usualPolicies } from '@dripline/clinical'
import type { CheckInAnswer } from '../../../data/check-in.ts'
import { useDraft } from '../../../data/draft.ts'
import { type Unanswered, useAnswerByPhone } from '../../../data/outcomes.ts'
import { asSafety, useAlone } from '../../../data/safety.ts'
import { Choice, DraftNote, Form, NumberKeys, SafetyStanding, Tick } from '../../../ui/index.tsx'
import styles from './follow-up.module.css'

const NONE = 'none'

const [safety] = questionnaireOf('safety')?.items ?? []
const [effects] = questionnaireOf('side-effects')?.items ?? []
const optionsOf = (choices: Readonly<Record<string, string>>) =>
  Object.entries(choices).map(([value, label]) => ({ value, label }))
const noYes = optionsOf({ no: 'No', yes: 'Yes' })

const since = [
  ['newProcedure', 'A new procedure for the pain?'],
  ['rescueInfusion', 'Another infusion because the pain came back?'],
  ['opioidsUp', 'Opioids up by a fifth or more?'],
] as const

type PhoneFormProps = { question: Unanswered; onClose: () => void }

/** What the patient says on the phone, in the words of the page they did not open. */
export function PhoneForm({ question, onClose }: PhoneFormProps) {
  const draft = useDraft<CheckInAnswer>(`answers by phone ${question.assessmentId}`, {})
  const { value: answer } = draft
  const add = (part: CheckInAnswer) => draft.set({ ...answer, ...part })
  const isPain = question.indication === 'pain'
  const score = isPain ? 'pain' : 'mood'
  const asksSince = isPain && question.kind === 'follow-up' && question.day === usualPolicies.responder.day
  return (
    <div className={styles.form}>
      <Form
        sends={useAnswerByPhone(question.assessmentId)}
        body={() => whole(answer)}
        onDone={draft.clear}
        act="Save the answer"
        disabledReason={answer[score] === undefined && 'Only the safety question was answered so far; it is already saved.'}
        onCancel={onClose}
        cancel="Close"
      >
        <DraftNote draft={draft} say={(other) => Object.values(other).flat().join(', ')} />
        <NumberKeys
          label={isPain ? 'Pain, last 24 hours' : 'Mood today'}
          note={isPain ? 'taken together; 10 is the worst' : '10 is as good as it gets'}
          value={answer[score] ?? null}
          onPick={(value) => add({ [score]: value })}
        />
        {!isPain && <Safety assessmentId={question.assessmentId} />}
        <Effects chosen={answer.sideEffects ?? []} onChoose={(sideEffects) => add({ sideEffects })} />
        {asksSince &&
          since.map(([part, words]) => (
            <Choice
              key={part}
              name={part}
              label={words}
              look="line"
              options={noYes}
              value={answer[part] ?? ''}
              onChange={(value) => add({ [part]: value })}
            />
          ))}
      </Form>
    </div>
  )
}

/** The safety question, written by itself the moment it is answered. */
function Safety({ assessmentId }: { assessmentId: string }) {
  const { sendAndWait, problem } = useAnswerByPhone(assessmentId)
  const alone = useAlone({
    sendAndWait: ({ safetyQuestion }) => sendAndWait({ ...(safetyQuestion && { safetyQuestion }) }),
    problem,
  })
  return (
    safety?.kind === 'choice' && (
      <>
        <Choice
          name="safetyQuestion"
          label={safety.text}
          options={optionsOf(safety.choices)}
          value={alone.said.safetyQuestion ?? ''}
          onChange={(value) => alone.press(asSafety('safetyQuestion', value))}
        />
        <SafetyStanding {...alone} />
      </>
    )
  )
}

type EffectsProps = { chosen: readonly string[]; onChoose: (chosen: string[]) => void }

const Effects = ({ chosen, onChoose }: EffectsProps) =>
  effects?.kind === 'several' && (
    <fieldset className={styles.effects}>
      <legend>{effects.text}</legend>
      <Tick name={NONE} label="None" checked={chosen.includes(NONE)} onChange={(isOn) => onChoose(isOn ? [NONE] : [])} />
      {Object.entries(effects.choices).map(([effect, words]) => (
        <Tick
          key={effect}
          name={effect}
          label={words}
          checked={chosen.includes(effect)}
          onChange={(isOn) =>
            onChoose([...chosen.filter((each) => each !== effect && (!isOn || each !== NONE)), ...(isOn ? [effect] : [])])
          }
        />
      ))}
    </fieldset>
  )

/** An empty list of effects was not answered: it is left out, never sent as none. */
const whole = ({ sideEffects = [], ...answer }: CheckInAnswer): CheckInAnswer =>
  sideEffects.length === 0 ? answer : { ...answer, sideEffects }
