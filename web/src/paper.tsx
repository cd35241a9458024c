import { hydrateRoot } from 'react-dom/client'
import { framed } from './data/page-data.ts'
import { readerFor } from './data/reader.ts'
import { islands } from './pages/islands.generated.ts'
import { ISLAND, islandPlace, PaperIsland } from './paper-page.tsx'
import { writeDates } from './ui/when.ts'

// The frame of a paper document has no script. Its page is taken over here, alone, by the one part that was written for it.
const data = framed(JSON.parse(document.getElementById('page-data')?.textContent ?? ''))
writeDates(data.frame.clinic.dateOrder ?? 'month first')
const main = document.getElementById('main')
const load = islands[main?.dataset.island ?? '']
// Not awaited at the top: the part may stand on this file, and each would wait for the other.
if (main && load)
  Promise.all([load(), readerFor(data.frame)]).then(([{ default: page }, reader]) => {
    hydrateRoot(main, <PaperIsland data={data} reader={reader} place={islandPlace(data.frame.path)} page={page} />, {
      identifierPrefix: ISLAND,
    })
  })
