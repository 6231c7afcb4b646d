// Light or dark: as the system says, until the reader says otherwise.

const kept = "bootcamp-theme";

export function startTheme(): void {
  const theme = read();
  if (theme) document.documentElement.dataset.theme = theme;
}

/** Changes from light to dark and back. */
export function nextTheme(): void {
  const dark = (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  try {
    localStorage.setItem(kept, document.documentElement.dataset.theme);
  } catch {
    // Pages from a file may keep nothing: the choice then lasts as long as the page.
  }
}

function read(): string | null {
  try {
    const theme = localStorage.getItem(kept);
    return theme === "dark" || theme === "light" ? theme : null;
  } catch {
    return null;
  }
}
