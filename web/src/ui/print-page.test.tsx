import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { cssText, PrintPage } from './print-page.tsx'

test('every printed page names the person by two identifiers and counts itself', () => {
  const css = renderToString(<PrintPage who="Clover Samplett, born May 4, 1982" what="Infusion record" from="Blue Ridge" />)
  expect(css).toMatch(/@top-left \{ content: (&quot;|")Clover Samplett, born May 4, 1982/)
  expect(css).toMatch(/counter\(page\)/)
  expect(css).toMatch(/counter\(pages\)/)
})

test('no name ends the style it stands in', () => {
  expect(cssText('A"; } </style><b>\n')).toBe('"A\\22 \\3b  \\7d  \\3c /style\\3e \\3c b\\3e \\a "')
})
