import { exact, parseExact, plain } from '@dripline/clinical'
import { useState } from 'react'
import { useStep, useVials } from '../../../data/session.ts'
import { Act, FormProblems, Notice, Row, SecondPerson } from '../../../ui/index.tsx'
import { sayTime } from '../../../ui/when.ts'
import { CallOff } from './call-off.tsx'
import { CheckTable, type Hand, isWhole, newHand } from './check-table.tsx'
import type { Open } from './folded.ts'
import { SendBack } from './send-back.tsx'
import { Strengths } from './strengths.tsx'
import { allotted, VialPicker } from './vial-picker.tsx'
import styles from './visit.module.css'
import { WasteCard } from './waste.tsx'

type DrawUpSent = {
  vials: { vialId: string; ml: string }[]
  mine: { syringeMl: string; rateMlPerHour: string }
  second: { syringeMl: string; rateMlPerHour: string }
  proof: string
}

const agrees = ({ syringeMl, rateMlPerHour }: Hand, order: Open['visit']['order']) =>
  parseExact(syringeMl)?.eq(order.drawUpMl) === true && parseExact(rateMlPerHour)?.eq(order.rateMlPerHour) === true

/** Two people read the vial, the syringe and the pump by themselves; the sums stay hidden until both have typed. */
export function DrawUp(open: Open) {
  const { visit, session } = open
  const { order, names, zone } = visit
  const signedBy = names[order.signedBy]
  const safe = useVials()
  const [vialIds, setVialIds] = useState<string[]>([])
  const [mine, setMine] = useState(newHand)
  const [second, setSecond] = useState(newHand)
  const send = useStep<DrawUpSent>(visit.id, 'draw-up')
  const vials = safe.filter(({ id }) => vialIds.includes(id))
  const parts = allotted(vials, order.drawUpMl)
  const isFirstDone = isWhole(mine) && parts.isEnough
  const areBothDone = isFirstDone && isWhole(second)
  const isRight = areBothDone && agrees(mine, order) && agrees(second, order)
  const hand = ({ syringeMl, rateMlPerHour }: Hand) => ({ syringeMl: syringeMl.trim(), rateMlPerHour: rateMlPerHour.trim() })
  if (!session.isBookClosed) return <WasteCard {...open} />
  return (
    <div className={styles.body}>
      <div className={styles.title}>
        <h2>A second person checks what is in the hand</h2>
        <p>
          Order {order.number} of {order.of}, signed {sayTime(order.signedAt, zone, 'short day')} by {signedBy}; today’s weight
          agrees. Nothing starts until both names stand here.
        </p>
      </div>
      <Strengths order={order} vial={vials[0]} isShown={areBothDone} />
      <VialPicker safe={safe} order={order} chosen={vialIds} onChoose={setVialIds} isEnough={parts.isEnough} />
      <CheckTable
        visit={visit}
        vials={vials}
        mine={mine}
        second={second}
        onMine={setMine}
        onSecond={setSecond}
        isFirstDone={isFirstDone}
        areBothDone={areBothDone}
      />
      {areBothDone && !isRight && (
        <Notice status="defer" title="The two hands and the order do not agree.">
          <p>Look again at syringe and pump, or send it back. Nothing was saved and nothing left the safe.</p>
        </Notice>
      )}
      <FormProblems problem={send.problem} />
      {isRight && (
        <SecondPerson
          act="draw-up"
          facts={visit.facts}
          what={`that ${plain(exact(order.infusateMg))} mg are in the hand`}
          onProof={(proof) => send.send({ vials: parts.vials, mine: hand(mine), second: hand(second), proof })}
        />
      )}
      <Row>
        <SendBack {...open} />
        <CallOff {...open} />
        {!isRight && (
          <Act kind="second" size="chair" href="/room">
            Back to the room
          </Act>
        )}
      </Row>
      <p className={styles.network}>
        Kept with the order: both names, both times, both typed numbers. In the same act the drug leaves the vial in the drug
        book.
      </p>
    </div>
  )
}
