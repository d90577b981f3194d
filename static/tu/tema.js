// Runs before the page is drawn, so that a dark page never flashes white.
(() => {
  const akar = document.documentElement;
  akar.dataset.bsTheme = akar.dataset.tema || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  try { if (localStorage.getItem("tu-menu") === "lipat") akar.dataset.menu = "lipat"; } catch { /* storage is closed: the menu stays */ }
})();
