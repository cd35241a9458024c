import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chooseBrowser } from './browser.ts'
import { type Judged, judgePages, least } from './lighthouse.ts'
import { openSimulated } from './simulated.ts'
import { limits, type Weighed, type Weight, weighPages } from './weigh.ts'

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const cells = ({ bytes, requests, firstPaintMs, settledMs }: Weight) =>
  [kb(bytes), requests, seconds(firstPaintMs), seconds(settledMs)].join(' | ')
const row = ({ page, limit, first, second }: Weighed) =>
  `| ${page} | ${kb(limit)} | ${cells(first)} | ${kb(second.bytes)} | ${seconds(second.settledMs)} |`

const judgedRow = (of: Judged) =>
  `| ${of.page} | ${of.performance} | ${of.accessibility} | ${of.practices} | ${of.search} | ${seconds(of.largestPaintMs)} | ${seconds(of.bareLargestPaintMs)} | ${kb(of.scriptBytes)} |`

const document = (weighed: readonly Weighed[], judged: readonly Judged[]) => `# What the pages weigh

Written by \`npm run measure:pages\`; do not edit. The small simulated clinic, started as it is for everybody, looked at by Chromium as a
phone on a slow network (1.6 Mbit/s, 150 ms there and back, a quarter of the machine's speed). Bytes are counted on the wire between
browser and server, headers and all, from the first until nothing has come for two seconds and the page was read down to its end. They
are a test (\`e2e/light.story.ts\`); times are of the machine that wrote this page, and are not judged.

| Page | Limit | First visit | Requests | First paint | Settled | Second visit | Settled |
|---|---|---|---|---|---|---|---|
${weighed.map(row).join('\n')}

A second visit may weigh ${kb(limits.again)}: everything but the page and its answers is kept by the browser for a year, under names that
change with what is in it.

## What Lighthouse says

Lighthouse 12.2.3, its phone profile, the median of five runs each, on the machine that wrote this page. Each group shall have at least
${least.score}, and before the first turn of the article is in sight at most ${kb(least.scriptBytes)} of script may come. Beside the largest paint stands that of a page of
the same bytes without our script, in the same run.

| Page | Performance | Accessibility | Best practices | Search | Largest paint | without script | Script |
|---|---|---|---|---|---|---|---|
${judged.map(judgedRow).join('\n')}

## How they are made

**How they stay light.** Public and patient pages are documents without script; a few of them (booking, an appointment, a check-in) have one
island, which carries its own part and no router, and comes when the page has been seen. A page that anybody may open brings its styles in its first answer. Script, styles and drawings are compressed once, when the pages are built, as small as they
get (brotli 11 and gzip 9). Fonts are the Latin cut of two families, one file each. What the same first pages need comes in one file, so that
a page waits for few answers and pays for few headers (\`web/parts.mjs\`); what a nurse may want and nothing waits for, such as the drawn
model under a running infusion, comes when it is asked for. Stop, pause, rate and charting are all there with the page.

**What is not compressed.** The length of a compressed answer can tell an onlooker a secret that stands beside text of his choice (BREACH).
So pages and JSON are made smaller only when the request came from our own page or from the address bar, or carries no cookie and gets
what everybody gets; and never under a link from a letter, at set-up, at sign-in, or where codes and keys are shown. What two requests
from elsewhere would have to compare is then as long as it is. See \`server/src/platform/compressed.ts\` and its test.
`

/** Times are of the machine; scores and bytes are judged. */
const isBelow = ({ page, performance, accessibility, practices, search, scriptBytes }: Judged) =>
  Math.min(performance, accessibility, practices, search) < least.score || (page === 'article' && scriptBytes > least.scriptBytes)

const { path } = await chooseBrowser()
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
const simulated = await openSimulated()
try {
  const weighed = await weighPages(browser, simulated.url, 'slow')
  const judged = await judgePages(path, simulated.url, (line) => console.error(line))
  if (process.argv.includes('--json')) console.log(JSON.stringify({ weighed, judged }, null, 2))
  else console.log([...weighed.map(row), ...judged.map(judgedRow)].join('\n'))
  writeFileSync(join(import.meta.dirname, '../docs/operations/pages.md'), document(weighed, judged))
  const isOver = ({ limit, first, second }: Weighed) => first.bytes > limit || second.bytes > limits.again
  process.exitCode = weighed.some(isOver) || judged.some(isBelow) ? 1 : 0
} finally {
  await browser.close()
  await simulated.close()
}
