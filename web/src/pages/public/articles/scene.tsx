import { claims } from '@dripline/clinical'
import * as words from '@dripline/clinical/words/article'
import { usePageData } from '../../../data/page-data.ts'
import { useReader } from '../../../data/reader.ts'
import { KnownPlace } from '../../../explore/known/known-place.tsx'
import { FeelsStill, SureStill, TwentyStill } from '../../../explore/stills.tsx'
import { TurnPlace } from '../../../explore/turn-place.tsx'
import { type Price, PriceList } from '../price-list.tsx'
import styles from './scene.module.css'
import { Twenty, TwentyRow } from './twenty.tsx'
import { VisitScene } from './visit-scene.tsx'
import { WeeksScene } from './weeks-scene.tsx'

/** A drawing of ours inside an article: still, and the same in words for whoever hears it; on the explorable it can be played. */
export const Scene = ({ scene }: { scene: string }) => (
  <TurnPlace scene={scene}>
    <Still scene={scene} />
  </TurnPlace>
)

function Still({ scene }: { scene: string }) {
  if (scene === 'cork') return <Cork />
  if (scene === 'held') return <Held />
  if (scene === 'twenty')
    return (
      <TwentyStill>
        <TwentyPeople />
      </TwentyStill>
    )
  if (scene === 'feels') return <FeelsStill />
  if (scene === 'sure') return <SureStill />
  if (scene === 'known-before') return <KnownPlace phase="before" />
  if (scene === 'known-after') return <KnownPlace phase="after" />
  if (scene === 'weeks') return <WeeksScene />
  if (scene === 'visit-long') return <VisitScene protocolId="crps-outpatient-ten-day" />
  if (scene === 'visit-short') return <VisitScene protocolId="depression-six-infusions" />
  if (scene === 'prices') return <Prices />
  return null
}

const Prices = () => <PriceList prices={usePageData<{ prices?: readonly Price[] }>().prices ?? []} />

const estimate = (id: string, place = 0) => claims.find((each) => each.id === id)?.estimates[place]
const ofTwenty = (of100: number) => Math.round(of100 / 5)

function Cork() {
  const to = useReader()
  const [signal, stuck] = [0, 1].map((place) => ofTwenty(estimate('magnesium-cork-1990', place)?.value ?? 0))
  const rest = 1
  return (
    <Twenty label={words.corkLabel(to, { rest, signal: signal ?? 0, stuck: stuck ?? 0 })} says={words.corkKey(to)}>
      <TwentyRow title={words.corkRest(to)} filled={rest} open="cork" />
      <TwentyRow title={words.corkSignal(to)} filled={signal ?? 0} open="cork" />
      <TwentyRow title={words.corkStuck(to)} filled={stuck ?? 0} open="cork" />
    </Twenty>
  )
}

function Held() {
  const to = useReader()
  const [least, most] = (estimate('gates-held')?.range ?? [0, 0]).map(ofTwenty)
  return (
    <Twenty label={words.heldLabel(to, { least: least ?? 0, most: most ?? 0 })} says={words.heldKey(to)}>
      <TwentyRow filled={least ?? 0} doubtful={(most ?? 0) - (least ?? 0)} open="empty" />
    </Twenty>
  )
}

function TwentyPeople() {
  const to = useReader()
  const found = estimate('relief-two-thirds')
  const [relief, placebo] = [ofTwenty(found?.value ?? 0), ofTwenty(found?.against?.value ?? 0)]
  return (
    <Twenty label={words.twentyLabel(to, { relief, placebo })} says={words.twentyKey(to)}>
      <div className={styles.beside}>
        <TwentyRow title={words.twentyDrug(to)} filled={relief} open="person" />
        <TwentyRow title={words.twentyPlacebo(to)} filled={placebo} open="person" />
      </div>
    </Twenty>
  )
}
