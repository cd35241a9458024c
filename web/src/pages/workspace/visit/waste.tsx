import { book } from '@dripline/clinical'
import { useStep } from '../../../data/session.ts'
import { Card, Fact, Facts, FormProblems, SecondPerson, Stack } from '../../../ui/index.tsx'
import { quantity } from '../../../ui/quantity.tsx'
import { sayDrug } from '../stock/say-drug.ts'
import type { Open } from './folded.ts'

/** What is left of the drawn dose, destroyed before a witness; until then nobody leaves. */
export function WasteCard({ visit, session }: Open) {
  const waste = useStep<{ mg: string; proof: string }>(visit.id, 'waste')
  const { drawnMg, givenMg, wastedMg, openMg } = book(session, visit.now)
  return (
    <Card title={`${quantity(openMg, 'mg')} wait for waste with a witness`} note="given and wasted make up what was drawn">
      <Stack>
        <Facts>
          <Fact label="Drawn up">{quantity(drawnMg, 'mg')}</Fact>
          <Fact label="Given, by the log">{quantity(givenMg, 'mg')}</Fact>
          {wastedMg !== '0' && <Fact label="Wasted before">{quantity(wastedMg, 'mg')}</Fact>}
          <Fact label="Left, to be destroyed">{quantity(openMg, 'mg')}</Fact>
        </Facts>
        <FormProblems problem={waste.problem} />
        <SecondPerson
          act="waste"
          facts={{ sessionId: visit.id, drugId: visit.order.drugId, mg: openMg }}
          what={`that ${quantity(openMg, 'mg')} of ${sayDrug(visit.order.drugId)} were destroyed`}
          onProof={(proof) => waste.send({ mg: openMg, proof })}
        />
      </Stack>
    </Card>
  )
}
