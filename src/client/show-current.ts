/** Brings the current page of a long rail into its sight, without moving the page itself; once both are laid out. */
const rail = document.getElementById('kn-nav');
const current = rail?.querySelector<HTMLElement>('[aria-current]');
if (rail && current) {
  new IntersectionObserver((_, observer) => {
    observer.disconnect();
    if (current.offsetTop > rail.clientHeight - current.offsetHeight)
      rail.scrollTop = current.offsetTop - rail.clientHeight / 2;
  }).observe(current);
}
