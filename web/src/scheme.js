// Runs before the first paint: the colours a person chose, or their system's.
;(() => {
  const root = document.documentElement
  try {
    const chosen = localStorage.getItem('dl-scheme')
    if (chosen === 'light' || chosen === 'dark') root.setAttribute('data-scheme', chosen)
    if (root.hasAttribute('data-dim') && localStorage.getItem('dl-dim') === 'on') root.setAttribute('data-mood', 'dim')
  } catch {
    // storage may be shut; the system's colours stand
  }
})()
