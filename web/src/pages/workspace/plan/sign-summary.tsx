import type { DoseSum, Protocol } from '@dripline/clinical'
import { Fact, Facts, quantity, sayTime, Time } from '../../../ui/index.tsx'
import { orderWords } from './order-words.ts'
import type { Visit } from './propose-visits.ts'
import { RoundedValue } from './rounded.tsx'

type SignSummaryProps = { sum: DoseSum; protocol: Protocol; visits: readonly Visit[]; zone: string; weightAt: string | null }

/** What a signature stands for, once more, before it is given. */
export const SignSummary = ({ sum, protocol, visits, zone, weightAt }: SignSummaryProps) => (
  <>
    <p>
      <b>Ketamine {quantity(sum.doseMg.value, 'mg')}</b> {orderWords(sum, protocol)}
    </p>
    <Facts>
      <Fact label="Weight" note={weightAt && <Time at={weightAt} form="full day and time" />}>
        {quantity(sum.weightKg, 'kg')}
      </Fact>
      {sum.vialMgPerMl && sum.syringeMl && (
        <Fact label={`Draw up from ${quantity(sum.vialMgPerMl, 'mg/mL')} vials`}>
          <RoundedValue of={sum.syringeMl} />
        </Fact>
      )}
      {sum.infusate && sum.rateMlPerHour && (
        <Fact label={`Pump, from ${quantity(sum.infusate.infusateMg, 'mg')} in ${quantity(sum.infusate.finalMl, 'mL')}`}>
          <RoundedValue of={sum.rateMlPerHour} />
        </Fact>
      )}
      {sum.vtbiMl && (
        <Fact label="Volume to be infused" note={sum.leftMg !== '0' && `leaves ${quantity(sum.leftMg ?? '0', 'mg')} in the bag`}>
          <RoundedValue of={sum.vtbiMl} />
        </Fact>
      )}
      <Fact label="Days">{visits.map(({ start }) => sayTime(start, zone, 'day and time')).join(' · ')}</Fact>
    </Facts>
  </>
)
