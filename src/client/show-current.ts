/** Brings the current page of a long rail into its sight, without moving the page itself. */
const rail = document.getElementById('kn-nav');
const current = rail?.querySelector<HTMLElement>('[aria-current]');
if (rail && current && current.offsetTop > rail.clientHeight - current.offsetHeight)
  rail.scrollTop = current.offsetTop - rail.clientHeight / 2;
