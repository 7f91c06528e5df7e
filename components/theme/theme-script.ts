/** Where the browser keeps the choice: light, dark or system. */
export const THEME_KEY = 'theme';
/** What a window is told when somebody chose. */
export const THEME_CHOSEN = 'themechosen';

/**
 * Gives the page its theme before the first paint, and again when it is chosen, here or in another window, or when the system changes;
 * colours do not fade then. Part of the page's own text, so that it waits for nothing and no page fetches anything for it.
 */
export const THEME_SCRIPT = `(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => {
    try {
      return localStorage.getItem('${THEME_KEY}');
    } catch {
      return null;
    }
  };
  const apply = () => {
    const choice = chosen();
    const isDark = choice === 'dark' || (choice !== 'light' && system.matches);
    root.classList.toggle('dark', isDark);
    root.classList.toggle('light', !isDark);
  };
  const change = () => {
    root.classList.add('changing-theme');
    apply();
    requestAnimationFrame(() => requestAnimationFrame(() => root.classList.remove('changing-theme')));
  };
  apply();
  system.addEventListener('change', change);
  addEventListener('${THEME_CHOSEN}', change);
  addEventListener('storage', ({ key }) => key === '${THEME_KEY}' && change());
})();`;
