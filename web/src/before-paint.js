// Runs before the first paint: the colours a person chose, or their system's; and the page's own script, which waits until the page is seen.
;(() => {
  const root = document.documentElement
  try {
    const chosen = localStorage.getItem('dl-scheme')
    if (chosen === 'light' || chosen === 'dark') root.setAttribute('data-scheme', chosen)
    if (root.hasAttribute('data-dim') && localStorage.getItem('dl-dim') === 'on') root.setAttribute('data-mood', 'dim')
  } catch {
    // storage may be shut; the system's colours stand
  }
  const [main, ...rest] = (document.currentScript?.dataset.later ?? '').split(' ').filter((href) => href !== '')
  if (main === undefined) return
  const begin = () => {
    for (const href of rest) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: main }))
  }
  // A frame is asked for when the page is whole, and what follows it comes after that frame is on the screen.
  addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(begin)))
})()
