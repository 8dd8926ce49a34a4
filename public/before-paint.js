(() => {
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(`kn-${key}`);
    } catch {
      return null;
    }
  };
  root.dataset.script = 'on';
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const release = kept('release');
  if (release) root.dataset.release = release;
})();
