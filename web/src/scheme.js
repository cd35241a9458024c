// Runs before the first paint: the colours a person chose, or their system's.
;(() => {
  const root = document.documentElement
  let chosen = null
  let isDim = false
  try {
    chosen = localStorage.getItem('dl-scheme')
    isDim = root.hasAttribute('data-dim') && localStorage.getItem('dl-dim') === 'on'
  } catch {
    // storage may be shut; the system's colours stand
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  if (isDim) root.setAttribute('data-mood', 'dim')
  root.setAttribute('data-mantine-color-scheme', isDim ? 'dark' : chosen === 'light' || chosen === 'dark' ? chosen : system)
})()
