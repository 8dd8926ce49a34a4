const loads = new Map<string, Promise<void>>();

/** Loads a style sheet of the site once. Settles when it is there, or when it cannot be had: what it styles is readable without. */
export function loadStyles(href: string): Promise<void> {
  let load = loads.get(href);
  if (load === undefined) {
    load = new Promise((settle) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      link.onload = link.onerror = () => settle();
      document.head.append(link);
    });
    loads.set(href, load);
  }
  return load;
}
